import { configApp } from '@adonisjs/eslint-config'

/**
 * The river: each room may import from the rooms before it, never from those after (docs/architecture.md).
 */
const ROOMS = [
  'shared',
  'accounts',
  'intake',
  'network',
  'conventions',
  'saisines',
  'returns',
  'reconciliation',
  'pricing',
  'ledger',
  'settlement',
  'statements',
  'payments',
  'reporting',
  'portal',
  'keeping',
  'demo',
]

const downstream = (room) =>
  ROOMS.slice(ROOMS.indexOf(room) + 1).map((later) => ({
    group: [`#app/${later}/*`, `**/${later}/*`],
    message: `The room « ${room} » comes before « ${later} »: money flows one way.`,
  }))

export default configApp(
  { ignores: ['.adonisjs/**', 'database/schema.ts', 'storage/**', 'tmp/**'] },
  ...ROOMS.slice(0, -1).map((room) => ({
    files: [`app/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: downstream(room) }] },
  })),
  {
    files: ['app/**/*.ts', 'database/**/*.ts', 'start/**/*.ts', 'tests/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/await-thenable': 'error',
      // The member of an awaited row reads well where it stands.
      '@unicorn/no-await-expression-member': 'off',
    },
  }
)
