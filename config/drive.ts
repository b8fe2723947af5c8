/**
 * The archive of issued documents: private, on the local disk. S3 is a matter of configuration here.
 */
import { defineConfig, services } from '@adonisjs/drive'
import { storagePath } from '#start/env'

const driveConfig = defineConfig({
  default: 'archive',
  services: {
    archive: services.fs({
      location: new URL('archive/', `file://${storagePath}`),
      serveFiles: false,
      visibility: 'private',
    }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
