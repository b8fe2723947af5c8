import { createHash } from 'node:crypto'
import { to as copyTo } from 'pg-copy-streams'
import type { PricedLine } from '#app/pricing/price'
import type { ApprovedCorrection } from '#app/settlement/corrections/approved_corrections'
import type { Cents } from '#app/shared/cents'
import { connectionOf, copyText } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

/** Columns of settlement_lines in the order of `settlementRow`; the content of a run is hashed in this form. */
export const LINE_COLUMNS = [
  'run_id',
  'association_id',
  'position',
  'kind',
  'saisine_id',
  'form_id',
  'fee_id',
  'service_code',
  'priced_on',
  'unit_cents',
  'quantity_asked',
  'quantity_retained',
  'reduction_cents',
  'corrects_line_id',
  'proposed_correction_id',
  'carried_statement_id',
  'due_cents',
  'already_cents',
  'amount_cents',
].join(', ')

interface Place {
  runId: number
  associationId: number
  position: number
}

/** Written by hand: it is made a million times. */
export function serviceRow(
  place: Place,
  saisineId: number,
  formId: number,
  line: PricedLine
): string {
  return `${place.runId}\t${place.associationId}\t${place.position}\tservice\t${saisineId}\t${formId}\t${line.feeId}\t${line.serviceCode}\t${line.pricedOn}\t${line.unitAmount}\t${line.quantityAsked}\t${line.quantityRetained}\t${line.reduction}\t\\N\t\\N\t\\N\t\\N\t\\N\t${line.amount}`
}

/** The line of an approved correction: of a line already issued, or a service that was never paid. */
export function correctionRow(place: Place, c: ApprovedCorrection): string {
  const added = c.correctsLineId === null
  const cells = [
    place.runId,
    place.associationId,
    place.position,
    added ? 'service' : 'correction',
    c.saisineId,
    c.formId,
    c.feeId,
    c.serviceCode,
    c.pricedOn,
    c.unitCents,
    c.quantityAsked,
    c.quantityRetained,
    added ? c.reductionCents : 0,
    c.correctsLineId,
    c.id,
    null,
    added ? null : c.dueCents,
    added ? null : c.alreadyCents,
    c.amountCents,
  ]
  return cells.map(copyText).join('\t')
}

/** What an association owed at the end of its last statement: it is taken off this one. */
export function carriedRow(place: Place, statementId: number, amount: Cents): string {
  const nothing = '\\N\t'
  return `${place.runId}\t${place.associationId}\t${place.position}\tcarry_forward\t${nothing.repeat(8)}0\t${nothing.repeat(2)}${statementId}\t${nothing.repeat(2)}${amount}`
}

/** What an earlier abatement took off is given back: it points to the line that took it. */
export function arrearsRow(place: Place, lineId: number, amount: Cents): string {
  const nothing = '\\N\t'
  return `${place.runId}\t${place.associationId}\t${place.position}\tarrears\t${nothing.repeat(8)}0\t${lineId}\t${nothing.repeat(4)}${amount}`
}

/** What is taken off a statement because the envelope is too small: its share less its due. */
export function abatementRow(place: Place, share: Cents, due: Cents): string {
  const nothing = '\\N\t'
  return `${place.runId}\t${place.associationId}\t${place.position}\tabatement\t${nothing.repeat(8)}0\t${nothing.repeat(3)}${share}\t${due}\t${share - due}`
}

/** SHA-256 of the lines of a run as the database holds them, in the order they were calculated. */
export async function hashLines(trx: Trx, runId: number): Promise<Buffer> {
  const connection = await connectionOf(trx)
  const hash = createHash('sha256')
  const stream = connection.query(
    copyTo(
      `COPY (SELECT ${LINE_COLUMNS} FROM settlement_lines WHERE run_id = ${Number(runId)} ORDER BY id) TO STDOUT`
    )
  )
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest()
}
