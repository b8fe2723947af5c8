import type { Queue } from '#app/reporting/home/queues'
import { overview } from '#app/reconciliation/overview'

/** What waits in the reconciliation of each convention. */
export async function matchingQueues(): Promise<Queue[]> {
  const conventions = await overview()
  return conventions.flatMap(({ code, unseen, queued, counts }) => {
    const missing = counts.find((one) => one.code === 'FICHE_MANQUANTE')?.count ?? 0
    return [
      {
        href: `/fiches?convention=${code}&rapprochement=A_RAPPROCHER`,
        words: `${unseen < 2 ? 'fiche' : 'fiches'} à rapprocher, ${code}`,
        count: unseen,
      },
      {
        href: `/rapprochement/${code}/file`,
        words: `${queued < 2 ? 'fiche' : 'fiches'} à décider, ${code}`,
        count: queued,
      },
      {
        href: `/rapprochement/${code}?constat=FICHE_MANQUANTE`,
        words: `${missing < 2 ? 'fiche attendue et en retard' : 'fiches attendues et en retard'}, ${code}`,
        count: missing,
      },
    ]
  })
}
