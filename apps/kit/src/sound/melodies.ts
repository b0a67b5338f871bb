/** One tone: when it starts and how long it sounds, in seconds from the start of the melody. */
export type Tone = {
  readonly frequencyHz: number;
  /** Where the tone glides to; steady where it is the same. */
  readonly endFrequencyHz: number;
  readonly startS: number;
  readonly lengthS: number;
  readonly volume: number;
};

export type SoundName = 'call' | 'repeat' | 'click' | 'ticketReady' | 'refused' | 'confirmed' | 'lost';

const steady = (frequencyHz: number, startS: number, lengthS: number, volume = 0.5): Tone => ({
  frequencyHz,
  endFrequencyHz: frequencyHz,
  startS,
  lengthS,
  volume,
});

/** A falling fourth, A5 to E5 (equal temperament, A4 = 440 Hz), 0.9 s in all. */
const fallingFourth = (startS: number): readonly Tone[] => [
  steady(880, startS, 0.4),
  steady(659.26, startS + 0.35, 0.55),
];

/** The sounds of the house by name: each has its sight, so none carries anything alone. */
export const melodies: Readonly<Record<SoundName, readonly Tone[]>> = {
  call: fallingFourth(0),
  repeat: [...fallingFourth(0), ...fallingFourth(1.1)],
  click: [steady(1_800, 0, 0.02, 0.25)],
  ticketReady: [{ frequencyHz: 523.25, endFrequencyHz: 783.99, startS: 0, lengthS: 0.35, volume: 0.4 }],
  refused: [steady(196, 0, 0.15, 0.45)],
  confirmed: [steady(1_400, 0, 0.02, 0.25)],
  lost: [steady(196, 0, 0.2, 0.45), steady(164.81, 0.28, 0.3, 0.45)],
};
