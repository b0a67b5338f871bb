import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, type Configuration, configurationSchema, type DeviceId, idSchemas, parse } from '@okienko/shared';

const exampleFile = join(dirname(fileURLToPath(import.meta.url)), '../../../server/examples/pom-bronowice.json');

/** The console that serves no counter: it only watches what the server tells every console. */
export const watchingDevice: DeviceId = idSchemas.device.parse('replay-watch');

/**
 * The example branch, with a console more that watches.
 *
 * @throws AssertionFailure where the example is no configuration, which its own tests rule out.
 */
export function branchTemplate(): Configuration {
  const example = parse(configurationSchema, JSON.parse(readFileSync(exampleFile, 'utf8')));
  assert(example.isValid, 'the example branch is a configuration');
  const watcher = { id: watchingDevice, kind: 'counter', name: 'Replay', counter: null } as const;
  return { ...example.value, devices: [...example.value.devices, watcher] };
}
