import type { ApiCaller } from '#app/portal/api/api_caller'
import type { ApiAnswer } from '#app/portal/api/answer_once'
import { readFormBody } from '#app/portal/api/read_form_body'
import { sendReturnFormIn } from '#app/returns/send_return_form'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Refusals that the same content would not have met at another time. */
const STATUSES: Readonly<Record<string, number>> = {
  SAISINE_INCONNUE: 404,
  FICHE_ENVOYEE_ENTRE_TEMPS: 409,
  CAMPAGNE_SOUMISE: 409,
}

/** Sends a fiche as the portal sends it, and turns what came of it into an answer. */
export async function submitForm(
  trx: Trx,
  { associationId, userId }: ApiCaller,
  body: unknown
): Promise<ApiAnswer> {
  const read = readFormBody(body)
  if (isRefused(read)) return answered(read)
  const { reference, convention, ...form } = read
  const saisine = await row<{ id: number }>(
    `SELECT s.id FROM saisines s JOIN conventions c ON c.id = s.convention_id
     WHERE s.reference = ? AND c.code = ? AND s.association_id = ?`,
    [reference, convention, associationId],
    trx
  )
  if (!saisine) return answered(unknown())
  // What was refused is kept as an answer: nothing else of it may stay.
  const savepoint = await trx.transaction()
  const sent = await sendReturnFormIn(
    savepoint,
    { id: userId, associationId },
    { saisineId: saisine.id, ...form }
  )
  if (isRefused(sent)) {
    await savepoint.rollback()
    return answered(sent)
  }
  await savepoint.commit()
  const { version } = sent
  return { status: 201, answer: { fiche: { reference_saisine: reference, convention, version } } }
}

function answered({ refused }: Refused): ApiAnswer {
  return { status: STATUSES[refused[0]!.code] ?? 422, answer: { refused } }
}

function unknown(): Refused {
  return refuse(
    'SAISINE_INCONNUE',
    'Aucune saisine de cette référence ne vous est confiée sous cette convention.',
    'Reprenez la référence et la convention telles que /api/v1/saisines les donne.',
    'reference_saisine'
  )
}
