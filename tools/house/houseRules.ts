import { catalogueKeys } from './catalogueKeys.ts';
import { catalogues } from './catalogues.ts';
import { deadFiles } from './deadFiles.ts';
import { dependenciesPinned } from './dependenciesPinned.ts';
import { docstrings } from './docstrings.ts';
import { fileLength } from './fileLength.ts';
import type { HouseRule } from './houseRule.ts';
import { importDirections } from './importDirections.ts';
import { names } from './names.ts';
import { packageExports } from './packageExports.ts';
import { privatePaths } from './privatePaths.ts';
import { protocolCited } from './protocolCited.ts';
import { suppressions } from './suppressions.ts';
import { textInCode } from './textInCode.ts';
import { thirdPartyDoors } from './thirdPartyDoors.ts';

/** The rules of the house that read the repository alone. */
export const houseRules: readonly HouseRule[] = [
  fileLength,
  names,
  suppressions,
  docstrings,
  importDirections,
  thirdPartyDoors,
  deadFiles,
  packageExports,
  dependenciesPinned,
  catalogues,
  catalogueKeys,
  textInCode,
  protocolCited,
  privatePaths,
];
