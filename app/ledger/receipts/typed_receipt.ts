import type { HttpRequest } from '@adonisjs/core/http'
import type { NewReceipt } from '#app/ledger/receipts/record_receipt'
import { parseAmountCents, parseFrenchDay } from '#app/shared/french_parse'
import type { Reason, Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { typed } from '#app/shared/screens/typed'

/** The instalment that a form states, or each fault by its field. */
export async function typedReceipt(
  request: Pick<HttpRequest, 'input'>
): Promise<NewReceipt | Refused> {
  const receivedOn = parseFrenchDay(typed(request, 'recu_le', 40))
  const amountCents = parseAmountCents(typed(request, 'montant', 40))
  const reference = typed(request, 'reference', 120)
  const envelope = await envelopeOf(typed(request, 'enveloppe', 20))
  const faults: Reason[] = []
  const blame = (field: string, message: string, remedy: string) =>
    faults.push({ code: 'SAISIE', message, remedy, field })
  if (!receivedOn) blame('recu_le', 'Cette date n’en est pas une.', 'Écrivez-la comme 22/11/2026.')
  if (amountCents === null || amountCents <= 0) {
    blame('montant', 'Ce montant n’en est pas un.', 'Écrivez des euros\u00a0: 120000 ou 120000,50.')
  }
  if (reference === '')
    blame('reference', 'La référence manque.', 'C’est celle du relevé de banque.')
  if (!envelope)
    blame('enveloppe', 'L’enveloppe manque.', 'Choisissez celle que ce versement sert.')
  if (faults.length > 0) return { refused: faults }
  return { ...envelope!, receivedOn: receivedOn!, amountCents: amountCents!, reference }
}

function envelopeOf(text: string) {
  if (!/^\d{1,15}$/.test(text)) return null
  return row<{ conventionId: number; envelopeId: number }>(
    'SELECT convention_id AS "conventionId", id AS "envelopeId" FROM envelopes WHERE id = ? AND superseded_at IS NULL',
    [Number(text)]
  )
}
