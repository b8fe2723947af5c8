import drive from '@adonisjs/drive/services/main'

/** The bytes of an archived file, or null when it is not there. */
export async function archivedBytes(key: string): Promise<Uint8Array | null> {
  const archive = drive.use()
  return (await archive.exists(key)) ? archive.getBytes(key) : null
}
