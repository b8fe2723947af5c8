import { stat } from 'node:fs/promises'
import { checkUpload } from '#app/intake/uploads/check_upload'
import { uploadedFile, type Upload } from '#app/intake/uploads/upload'
import { startWork } from '#app/shared/works/start_work'

/** A file of this weight is read within a second. */
const SMALL = 200_000

/** Checks a small file at once, a larger one in the background; gives the address to go to. */
export async function startCheck(upload: Upload): Promise<string> {
  const page = `/imports/verification/${upload.id}`
  const { size } = await stat(uploadedFile(upload))
  if (size > SMALL) {
    const work = await startWork({
      kind: 'check_upload',
      subjectId: upload.id,
      startedBy: upload.actorId,
      options: { back: '/imports/nouveau' },
    })
    return `/travaux/${work}`
  }
  await checkUpload(upload)
  return page
}
