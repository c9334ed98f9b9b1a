import * as migration_20261123_134239_initial from './20261123_134239_initial';

export const migrations = [
  {
    up: migration_20261123_134239_initial.up,
    down: migration_20261123_134239_initial.down,
    name: '20261123_134239_initial'
  },
];
