import drive from '@adonisjs/drive/services/main'

/** Keys of all the files of the archive of documents, page by page: a bucket may have millions. */
export async function* archiveKeys(): AsyncGenerator<string> {
  const archive = drive.use()
  let paginationToken: string | undefined
  do {
    const page = await archive.listAll('', { recursive: true, paginationToken }).catch(nothingYet)
    for (const file of page.objects) if (file.isFile) yield file.key
    paginationToken = page.paginationToken
  } while (paginationToken)
}

/** The folder of the archive is made with its first file. */
function nothingYet(error: Error & { cause?: { code?: string }; code?: string }): {
  objects: never[]
  paginationToken?: string
} {
  if ((error.cause?.code ?? error.code) === 'ENOENT') return { objects: [] }
  throw error
}
