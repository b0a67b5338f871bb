/** zod's declarations name this class of the platform, which every runtime of ours has and this package never uses. */
declare class URL {
  readonly href: string;
}
