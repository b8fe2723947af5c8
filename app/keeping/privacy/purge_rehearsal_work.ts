import { rehearsePurge } from '#app/keeping/privacy/rehearse_purge'
import { plural } from '#app/shared/french_format'
import type { WorkKind } from '#app/shared/works/works'

/** Works out what a purge would do. Started again, it is another rehearsal of the same. */
const purgeRehearsalWork: WorkKind = {
  title: 'Essai de la purge',
  async perform({ startedBy }) {
    const { counts } = await rehearsePurge(startedBy)
    return {
      sentence: `Essai fait\u00a0: ${plural(counts.saisines!, 'saisine serait anonymisée', 'saisines seraient anonymisées')}. Rien n’a changé.`,
      href: '/conservation',
    }
  },
}

export default purgeRehearsalWork
