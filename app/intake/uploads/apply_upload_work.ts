import { applyUpload } from '#app/intake/uploads/apply_upload'
import { appliedSentence } from '#app/intake/uploads/applied_sentence'
import { goneUpload } from '#app/intake/uploads/gone_upload'
import { readChecked, readUpload } from '#app/intake/uploads/read_upload'
import { isRefused } from '#app/shared/result'
import type { WorkKind } from '#app/shared/works/works'

export default {
  title: 'Enregistrement du fichier',
  async perform({ subjectId, startedBy, options }, progress) {
    const upload = await readUpload(subjectId, startedBy)
    if (!upload) return goneUpload()
    const total = (await readChecked(subjectId))?.report?.read ?? 0
    const applied = await applyUpload(upload, options.validRows === true, (read) =>
      progress(read, total)
    )
    if (isRefused(applied)) return applied
    return { sentence: appliedSentence(applied), href: `/imports/${applied.importId}` }
  },
} satisfies WorkKind
