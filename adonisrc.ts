import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#start/commands'),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('#database/server_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('#app/shared/works/queue_provider'),
    { file: () => import('@adonisjs/core/providers/edge_provider'), environment: ['web', 'test'] },
    { file: () => import('@adonisjs/session/session_provider'), environment: ['web', 'test'] },
    { file: () => import('@adonisjs/shield/shield_provider'), environment: ['web', 'test'] },
    { file: () => import('@adonisjs/auth/auth_provider'), environment: ['web', 'test'] },
    { file: () => import('@adonisjs/limiter/limiter_provider'), environment: ['web', 'test'] },
    { file: () => import('@adonisjs/mail/mail_provider'), environment: ['web', 'test'] },
  ],

  preloads: [
    { file: () => import('#start/routes'), environment: ['web', 'test'] },
    { file: () => import('#start/kernel'), environment: ['web', 'test'] },
    { file: () => import('#start/view'), environment: ['web', 'test'] },
    { file: () => import('#start/works'), environment: ['web'] },
  ],

  tests: {
    // These limits end what hangs; on a machine busy with other work, a test may take ten times its usual time.
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 120_000 },
      { name: 'database', files: ['tests/database/**/*.spec.ts'], timeout: 300_000 },
      { name: 'scenario', files: ['tests/scenario/**/*.spec.ts'], timeout: 600_000 },
      { name: 'web', files: ['tests/web/**/*.spec.ts'], timeout: 600_000 },
      { name: 'crash', files: ['tests/crash/**/*.spec.ts'], timeout: 900_000 },
      { name: 'concurrency', files: ['tests/concurrency/**/*.spec.ts'], timeout: 600_000 },
    ],
    forceExit: false,
  },

  hooks: {
    init: [
      indexEntities({
        controllers: { source: 'app', importAlias: '#app', glob: ['**/*_controller.ts'] },
      }),
    ],
  },
})
