import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { plantedBugs } from './plantedBugs.ts';

/*
 * Loaded before the simulation (`node --import`), with the name of one bug in the environment: changes the source of
 * its file as it is read. A piece that is not there once is an error, for then the list is out of date.
 */
const name = process.env['OKIENKO_PLANTED_BUG'];
const bug = plantedBugs.find((planted) => planted.name === name);
if (bug === undefined) throw new Error(`no planted bug is named ${name}`);
const file = fileURLToPath(new URL(`../../../${bug.file}`, import.meta.url));

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.startsWith('file:') || fileURLToPath(url) !== file) return loaded;
    if (loaded.source === undefined || loaded.source === null) throw new Error(`${bug.file} has no source`);
    const text = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    const pieces = text.split(bug.find);
    if (pieces.length !== 2) throw new Error(`"${bug.find}" stands ${pieces.length - 1} times in ${bug.file}`);
    return { ...loaded, source: pieces.join(bug.replace) };
  },
});
