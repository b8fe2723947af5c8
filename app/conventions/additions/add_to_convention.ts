import type Convention from '#app/conventions/convention'
import { conventionFacts } from '#app/conventions/convention_facts'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { feesOfFile } from '#app/conventions/fees/fees_of_file'
import { newParts } from '#app/conventions/file/new_parts'
import { recordedParts, type RecordedParts } from '#app/conventions/file/recorded_parts'
import { writeFeeSchedule } from '#app/conventions/fees/write_fee_schedule'
import { recordEvent } from '#app/shared/record_event'
import type { Trx } from '#app/shared/transaction'

export interface Addition {
  actorId: number
  at: Date
}

/** Adds to a convention what the file states and it lacks, in the caller's transaction; counts by kind. */
export async function addToConvention(
  trx: Trx,
  convention: Convention,
  file: ConventionFile,
  { actorId, at }: Addition
): Promise<Record<string, number>> {
  const recorded = await recordedParts(trx, convention.id)
  const parts = newParts(recorded, file)
  const single = await addSingleParts(trx, convention.id, recorded, file, { actorId, at })
  const owner = { convention_id: convention.id }

  await convention.merge(conventionFacts(file)).save()
  for (const { number, signedOn, effectiveOn, changes } of parts.amendments) {
    const dates = { signed_on: signedOn, effective_on: effectiveOn }
    await trx.table('amendments').insert({ ...owner, number, ...dates, changes })
  }
  await replaceEnvelopes(trx, convention.id, parts.envelopes, at)
  for (const { receivedOn, amountCents, reference } of parts.receipts) {
    const receipt = { received_on: receivedOn, amount_cents: amountCents, reference }
    await trx.table('funder_receipts').insert({ ...owner, ...receipt })
  }
  for (const { label, from, to, fees } of parts.feeSchedules) {
    const schedule = { label, validity: { from, to }, fees: feesOfFile(fees) }
    await writeFeeSchedule(trx, convention.id, schedule, { actorId, importId: null, at })
  }

  const counts = Object.entries(parts).map(([kind, items]) => [kind, items.length] as const)
  const added = Object.fromEntries(
    [...counts, ...single.map((kind) => [kind, 1] as const)].filter(([, count]) => count > 0)
  )
  if (Object.keys(added).length > 0) {
    await recordEvent(trx, actorId, {
      verb: 'convention.completed',
      subject: ['convention', convention.id],
      after: { ...parts, added },
    })
  }
  return added
}

/** Records envelopes; those that an amendment replaces stay, dated. */
async function replaceEnvelopes(
  trx: Trx,
  conventionId: number,
  envelopes: ConventionFile['envelopes'],
  at: Date
): Promise<void> {
  for (const { from, to } of envelopes) {
    await trx.rawQuery(
      `UPDATE envelopes SET superseded_at = ? WHERE convention_id = ? AND superseded_at IS NULL
         AND daterange(starts_on, ends_on) && daterange(?, ?)`,
      [at, conventionId, from, to]
    )
  }
  for (const { from, to, amountCents } of envelopes) {
    await trx.table('envelopes').insert({
      convention_id: conventionId,
      starts_on: from,
      ends_on: to,
      amount_cents: amountCents,
    })
  }
}

/** The accounts and the reallocation authority, when the file is the first to state them. */
async function addSingleParts(
  trx: Trx,
  conventionId: number,
  recorded: RecordedParts,
  { accountMapping, funderAccount, reallocationAuthority }: ConventionFile,
  { actorId, at }: Addition
): Promise<string[]> {
  const added: string[] = []
  if (accountMapping && !recorded.accountMapping) {
    added.push('accountMapping')
    await trx.table('account_mappings').insert({
      convention_id: conventionId,
      treatment: accountMapping.treatment,
      journal_code: accountMapping.journalCode,
      journal_label: accountMapping.journalLabel,
      charge_account: accountMapping.chargeAccount,
      charge_label: accountMapping.chargeLabel,
      payable_account: accountMapping.payableAccount,
      payable_label: accountMapping.payableLabel,
    })
  }
  if (funderAccount && !recorded.funderAccount) {
    added.push('funderAccount')
    await trx
      .table('funder_accounts')
      .insert({ convention_id: conventionId, recorded_by: actorId, ...funderAccount })
  }
  if (reallocationAuthority && !recorded.reallocationAuthority) {
    added.push('reallocationAuthority')
    await trx.table('reallocation_authorities').insert({
      convention_id: conventionId,
      recorded_by: actorId,
      recorded_at: at,
      ...reallocationAuthority,
    })
  }
  return added
}
