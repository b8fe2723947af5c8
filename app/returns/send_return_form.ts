import { outdateRuns } from '#app/conventions/fees/outdate_runs'
import type { TypedCells } from '#app/intake/typed_cells'
import { insertReturnForm } from '#app/returns/insert_return_form'
import { lastAccount } from '#app/returns/last_account'
import { ownSaisine } from '#app/returns/own_saisine'
import { payableServices } from '#app/returns/payable_services'
import { payingRun } from '#app/returns/paying_run'
import { readOwnForm } from '#app/returns/read_own_form'
import { receptionDay } from '#app/returns/reception_day'
import { sameAccount } from '#app/returns/same_account'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { shareLock, transaction, type Trx } from '#app/shared/transaction'

export interface FormToSend {
  saisineId: number
  cells: TypedCells
  /** The version that the sender had before their eyes; 0 when none was sent yet. */
  basedOn: number
  /** Whether the sender attested what the form says. */
  attested: boolean
}

interface Sender {
  id: number
  associationId: number | null
}

export interface SentForm {
  id: number
  version: number
}

/**
 * An association sends the form of its own saisine, or a correction of it: another version, until a run that pays the
 * saisine is submitted. The same form sent twice, or by many at once, is sent once.
 */
export function sendReturnForm(
  actor: Sender,
  form: FormToSend,
  at = new Date()
): Promise<SentForm | Refused> {
  return transaction<SentForm>((trx) => sendReturnFormIn(trx, actor, form, at))
}

/** The same within the transaction of its caller, who rolls a refusal back. */
export async function sendReturnFormIn(
  trx: Trx,
  actor: Sender,
  { saisineId, cells, basedOn, attested }: FormToSend,
  at = new Date()
): Promise<SentForm | Refused> {
  // Imports number versions by sets: they end first.
  await shareLock(trx, 'import fiches')
  const saisine = await ownSaisine(saisineId, actor.associationId ?? 0, trx)
  if (!saisine) return unknown()
  const today = parisDay(at)
  const services = (await payableServices(saisine.convention, trx)).map(({ code }) => code)
  const form = readOwnForm(cells, saisine, services, today)
  if (isRefused(form)) return form
  if (!attested) return notAttested()

  const before = await lastAccount(saisine, trx)
  if (before && sameAccount(form, before)) return before
  if (before) await outdateRuns(trx, saisine.conventionId, actor.id)
  // From here, one sender at a time for one saisine.
  const mine = await row(
    'SELECT 1 FROM saisines WHERE id = ? AND association_id = ? AND anonymised_at IS NULL FOR UPDATE',
    [saisineId, saisine.associationId],
    trx
  )
  if (!mine) return unknown()
  const last = await lastAccount(saisine, trx)
  if (last && sameAccount(form, last)) return last
  if ((last?.version ?? 0) !== basedOn) return sentMeanwhile()
  const run = await payingRun(saisineId, trx)
  if (run) return tooLate(run.code)

  const sent = { ...form, receivedOn: receptionDay(last, form, today) }
  const created = (await insertReturnForm(trx, sent, {
    origin: 'portal',
    attestedBy: actor.id,
  }))!
  await trx.from('form_drafts').where('saisine_id', saisineId).delete()
  await recordEvent(trx, actor.id, {
    verb: 'form.recorded',
    subject: ['return_form', created.id],
    after: { ...sent, version: created.version },
  })
  return created
}

function unknown(): Refused {
  return refuse('SAISINE_INCONNUE', 'Cette saisine n’est pas confiée à votre association.')
}

function notAttested(): Refused {
  return refuse(
    'ATTESTATION_ABSENTE',
    'La fiche n’est pas attestée.',
    'Cochez la case avant d’envoyer.',
    'attestation'
  )
}

function sentMeanwhile(): Refused {
  return refuse(
    'FICHE_ENVOYEE_ENTRE_TEMPS',
    'Une autre version de cette fiche a été envoyée pendant que vous écriviez.',
    'Relisez-la ci-dessous, puis envoyez votre correction si elle reste utile.'
  )
}

/** Why a form that a run pays is not corrected any more. */
export function tooLate(runCode: string): Refused {
  return refuse(
    'CAMPAGNE_SOUMISE',
    `La fiche est dans la campagne ${runCode}, déjà soumise à approbation ou émise\u00a0: elle ne se corrige plus.`,
    'Si le relevé n’est pas juste, contestez la ligne\u00a0: la correction viendra à la campagne suivante.'
  )
}
