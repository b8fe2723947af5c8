import type { PublishedFigure } from '#app/reporting/annual_review/published_figures'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

type Typed = Omit<PublishedFigure, 'id'>

/** Adds a figure to show beside ours; it has a source and a year, or it is nobody's. */
export async function addPublishedFigure(
  actorId: number,
  { year, label, value, source }: Typed
): Promise<{ id: number } | Refused> {
  for (const [field, text, longest] of [
    ['intitule', label, 200],
    ['valeur', value, 60],
    ['source', source, 200],
  ] as const) {
    if (text === '' || text.length > longest) {
      return refuse(
        'CHIFFRE_INCOMPLET',
        'Un chiffre publié a un intitulé, une valeur, une source et une année.',
        `Écrivez de 1 à ${longest} caractères.`,
        field
      )
    }
  }
  return transaction<{ id: number }>(async (trx) => {
    await lock(trx, 'published figures')
    const same = await row(
      'SELECT 1 FROM published_figures WHERE year = ? AND label = ? AND source = ? AND removed_at IS NULL',
      [year, label, source],
      trx
    )
    if (same) {
      return refuse(
        'CHIFFRE_DEJA_LA',
        'Cette source dit déjà ce chiffre pour cette année.',
        'Retirez l’ancien d’abord.',
        'intitule'
      )
    }
    const [added] = await trx
      .table('published_figures')
      .insert({ year, label, value, source, added_by: actorId })
      .returning('id')
    const id = added.id as number
    await recordEvent(trx, actorId, {
      verb: 'published_figure.added',
      subject: ['published_figure', id],
      after: { year, label, value, source },
    })
    return { id }
  })
}
