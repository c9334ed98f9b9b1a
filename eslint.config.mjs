import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Imports run downward only: app, server, plugins → api, portal, admin, jobs → envato → accounts, emails, imports, reports, search, statistics → collections, access →
 * licensing. Each entry names a layer and the folders that it must not reach up to. Other plugins than License Manager's are
 * libraries to it: everything but the rules may use them.
 */
const layers = [
  {
    files: ['src/licensing/**'],
    forbidden: [
      'api',
      'portal',
      'admin',
      'jobs',
      'emails',
      'envato',
      'app',
      'plugins',
      'collections',
      'access',
    ],
  },
  {
    files: ['collections/**', 'access/**'],
    forbidden: ['api', 'envato', 'portal', 'jobs', 'app', 'plugins/license-manager'],
  },
  {
    files: ['src/api/**'],
    forbidden: ['portal', 'admin', 'app', 'plugins/license-manager'],
  },
  {
    files: ['src/portal/**'],
    forbidden: ['api', 'admin', 'app', 'plugins/license-manager'],
  },
  {
    files: [
      'src/accounts/**',
      'src/certificates/**',
      'src/emails/**',
      'src/holders/**',
      'src/imports/**',
    ],
    forbidden: ['api', 'envato', 'portal', 'admin', 'app', 'plugins/license-manager'],
  },
  {
    files: ['src/releases/**'],
    forbidden: [
      'accounts',
      'api',
      'envato',
      'emails',
      'portal',
      'admin',
      'jobs',
      'app',
      'plugins/license-manager',
    ],
  },
  {
    files: ['src/envato/**'],
    forbidden: ['api', 'portal', 'admin', 'jobs', 'app', 'plugins/license-manager'],
  },
  {
    files: ['plugins/captcha/**', 'plugins/social-login/**'],
    forbidden: [
      'accounts',
      'api',
      'portal',
      'admin',
      'jobs',
      'emails',
      'envato',
      'licensing',
      'app',
      'collections',
      'access',
      'plugins/license-manager',
    ],
  },
  {
    files: ['src/reports/**', 'src/search/**'],
    forbidden: ['api', 'portal', 'admin', 'jobs', 'app', 'plugins/license-manager'],
  },
  {
    files: ['src/statistics/**'],
    forbidden: [
      'accounts',
      'api',
      'portal',
      'admin',
      'jobs',
      'emails',
      'app',
      'plugins',
      'collections',
      'access',
    ],
  },
  {
    files: ['src/http/**', 'src/logging/**', 'src/secrets/**', 'src/storage/**', 'src/text/**'],
    forbidden: [
      'accounts',
      'api',
      'portal',
      'admin',
      'jobs',
      'emails',
      'envato',
      'app',
      'plugins',
      'collections',
      'access',
    ],
  },
  {
    files: ['src/admin/**', 'src/jobs/**'],
    forbidden: ['api', 'portal', 'app', 'plugins/license-manager'],
  },
]

export default tseslint.config(
  {
    ignores: [
      '.next/',
      'dist/',
      'dist-package/',
      'tests/package/host/',
      'tests/package/routeFiles/',
      // TypeScript passes over folders that begin with a dot.
      'tests/package/ownDocument/src/app/.well-known/',
      '.data/',
      'node_modules/',
      'next-env.d.ts',
      'payload-types.ts',
      'src/database/migrations/',
      'src/app/(payload)/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Payload's types ask for functions that return promises where nothing is awaited.
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          message: 'Node 20 misreads addresses beyond ASCII once this is compiled: use parseUrl.',
          object: 'URL',
          property: 'canParse',
        },
      ],
    },
  },
  ...layers.map(({ files, forbidden }) => ({
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: forbidden.map((folder) => ({
            regex: `^(\\.\\./)+(src/)?${folder}(/|$)`,
            message: `This layer must not import from ${folder}: imports run downward only.`,
          })),
        },
      ],
    },
  })),
  { files: ['scripts/**', 'bench/**', 'src/server/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
)
