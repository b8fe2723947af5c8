import { purge } from '#app/keeping/privacy/purge'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { WorkKind } from '#app/shared/works/works'

const END = {
  sentence: 'Purge faite. Les montants, les écritures et les documents restent.',
  href: '/conservation',
}

/** Purges what was rehearsed. What an interrupted work had done already is said, not done again. */
const purgeWork: WorkKind = {
  title: 'Purge',
  async perform({ subjectId: rehearsalId, startedBy, options }) {
    if (await row('SELECT FROM openings WHERE rehearsal_id = ?', [rehearsalId])) return END
    const purged = await purge(String(options.digest), startedBy)
    return isRefused(purged) ? purged : END
  },
}

export default purgeWork
