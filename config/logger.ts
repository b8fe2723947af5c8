import app from '@adonisjs/core/services/app'
import { defineConfig, targets } from '@adonisjs/core/logger'
import env from '#start/env'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'reversement',
      level: env.get('LOG_LEVEL', 'warn'),
      // A production that names no target loses all that it logs, and ends each command ten seconds late.
      transport: {
        targets: [app.inProduction ? targets.file({ destination: 2 }) : targets.pretty()],
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
