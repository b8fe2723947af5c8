import { checkUpload } from '#app/intake/uploads/check_upload'
import { readUpload } from '#app/intake/uploads/read_upload'
import { goneUpload } from '#app/intake/uploads/gone_upload'
import type { WorkKind } from '#app/shared/works/works'

export default {
  title: 'Vérification du fichier',
  async perform({ subjectId, startedBy }, progress) {
    const upload = await readUpload(subjectId, startedBy)
    if (!upload) return goneUpload()
    await checkUpload(upload, (read) => progress(read, 0))
    return {
      sentence: 'Le fichier est lu jusqu’au bout.',
      href: `/imports/verification/${subjectId}`,
    }
  },
} satisfies WorkKind
