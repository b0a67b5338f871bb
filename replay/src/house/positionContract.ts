import {
  type Audience,
  type AudienceContract,
  deltaSchemaOf,
  parse,
  type Subscription,
  subscriptionSchemaOf,
} from '@okienko/shared';
import { z } from 'zod/mini';

const unread = z.pipe(
  z.unknown(),
  z.transform(() => null),
);
const deltaSchema = deltaSchemaOf(unread);
const subscriptionSchema = subscriptionSchemaOf(unread, unread);

/**
 * An audience as a robot follows it: how far the picture is, which the sender needs, and nothing of what is in it.
 * Forty consoles that each fold the whole picture would be forty times the work of the server that they measure.
 */
export function positionContract(audience: Audience): AudienceContract<null, null, null> {
  return {
    audience,
    emptyView: null,
    fold: () => null,
    parseDelta: (input) => parse(deltaSchema, input),
    parseFigures: () => ({ isValid: true, value: null }),
    parseSubscription: (input) => parse<z.ZodMiniType<Subscription<null, null>>>(subscriptionSchema, input),
    parseView: () => ({ isValid: true, value: null }),
  };
}
