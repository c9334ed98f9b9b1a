import * as migration_20261123_135149_initial from './20261123_135149_initial';
import * as migration_20261123_174033_accounts from './20261123_174033_accounts';
import * as migration_20261124_020626_admin from './20261124_020626_admin';
import * as migration_20261124_112405_search from './20261124_112405_search';
import * as migration_20261124_113453_social_login from './20261124_113453_social_login';
import * as migration_20261124_113920_certificates from './20261124_113920_certificates';
import * as migration_20261124_161335_licensing_api from './20261124_161335_licensing_api';
import * as migration_20261127_025506_refused_activations from './20261127_025506_refused_activations';
import * as migration_20261127_081148_continued_downloads from './20261127_081148_continued_downloads';
import * as migration_20261127_082328_due_webhooks from './20261127_082328_due_webhooks';
import * as migration_20261128_071527_searched_logs from './20261128_071527_searched_logs';
import * as migration_20261128_175656_searched_accounts from './20261128_175656_searched_accounts';

export const migrations = [
  {
    up: migration_20261123_135149_initial.up,
    down: migration_20261123_135149_initial.down,
    name: '20261123_135149_initial',
  },
  {
    up: migration_20261123_174033_accounts.up,
    down: migration_20261123_174033_accounts.down,
    name: '20261123_174033_accounts',
  },
  {
    up: migration_20261124_020626_admin.up,
    down: migration_20261124_020626_admin.down,
    name: '20261124_020626_admin',
  },
  {
    up: migration_20261124_112405_search.up,
    down: migration_20261124_112405_search.down,
    name: '20261124_112405_search',
  },
  {
    up: migration_20261124_113453_social_login.up,
    down: migration_20261124_113453_social_login.down,
    name: '20261124_113453_social_login',
  },
  {
    up: migration_20261124_113920_certificates.up,
    down: migration_20261124_113920_certificates.down,
    name: '20261124_113920_certificates',
  },
  {
    up: migration_20261124_161335_licensing_api.up,
    down: migration_20261124_161335_licensing_api.down,
    name: '20261124_161335_licensing_api',
  },
  {
    up: migration_20261127_025506_refused_activations.up,
    down: migration_20261127_025506_refused_activations.down,
    name: '20261127_025506_refused_activations',
  },
  {
    up: migration_20261127_081148_continued_downloads.up,
    down: migration_20261127_081148_continued_downloads.down,
    name: '20261127_081148_continued_downloads',
  },
  {
    up: migration_20261127_082328_due_webhooks.up,
    down: migration_20261127_082328_due_webhooks.down,
    name: '20261127_082328_due_webhooks',
  },
  {
    up: migration_20261128_071527_searched_logs.up,
    down: migration_20261128_071527_searched_logs.down,
    name: '20261128_071527_searched_logs',
  },
  {
    up: migration_20261128_175656_searched_accounts.up,
    down: migration_20261128_175656_searched_accounts.down,
    name: '20261128_175656_searched_accounts'
  },
];
