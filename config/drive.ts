/**
 * The archive of issued documents: private, on the local disk, or in a bucket when S3_BUCKET names one.
 */
import { defineConfig, services } from '@adonisjs/drive'
import { bucketOptions } from '#app/shared/bucket_options'
import env, { storagePath } from '#start/env'

const bucket = env.get('S3_BUCKET')

const driveConfig = defineConfig({
  default: 'archive',
  services: {
    archive: bucket
      ? services.s3(
          bucketOptions({
            bucket,
            region: given('S3_REGION'),
            key: given('S3_KEY'),
            secret: given('S3_SECRET'),
            endpoint: env.get('S3_ENDPOINT'),
          })
        )
      : services.fs({
          location: new URL('archive/', `file://${storagePath}`),
          serveFiles: false,
          visibility: 'private',
        }),
  },
})

function given(name: 'S3_REGION' | 'S3_KEY' | 'S3_SECRET'): string {
  const value = env.get(name)
  if (!value) throw new Error(`S3_BUCKET est donné\u00a0: il manque ${name}.`)
  return value
}

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
