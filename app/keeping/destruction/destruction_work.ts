import { destroyPieces } from '#app/keeping/destruction/destroy_pieces'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { WorkKind } from '#app/shared/works/works'

const END = {
  sentence: 'Destruction faite. Les lignes, les empreintes et les montants restent.',
  href: '/conservation',
}

/** Destroys what was rehearsed. What an interrupted work had done already is said, not done again. */
const destructionWork: WorkKind = {
  title: 'Destruction de pièces comptables',
  async perform({ subjectId: rehearsalId, startedBy, options }) {
    if (await row('SELECT FROM openings WHERE rehearsal_id = ?', [rehearsalId])) return END
    const destroyed = await destroyPieces(String(options.digest), startedBy)
    return isRefused(destroyed) ? destroyed : END
  },
}

export default destructionWork
