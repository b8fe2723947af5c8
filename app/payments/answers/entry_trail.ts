import type { MoneyTrail, MovementDetail } from '#app/payments/answers/account_report'
import { referenceAt, textAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'

/** What identifies an entry: its only detail when it has one, else what its batch and the entry itself say. */
export function entryTrail(
  entry: XmlElement,
  blocks: readonly XmlElement[],
  details: readonly MovementDetail[]
): MoneyTrail {
  const only = details.length === 1 ? details[0]! : null
  const reference = referenceAt(entry, 'NtryRef')
  return {
    pmtInfId: only?.pmtInfId ?? shared(lotsOf(blocks, details)),
    messageId: only?.messageId ?? shared(blocks.map((block) => referenceAt(block, 'Btch/MsgId'))),
    endToEndId: only?.endToEndId ?? null,
    instructionId: only?.instructionId ?? null,
    otherReferences: [...(only?.otherReferences ?? []), ...(reference === null ? [] : [reference])],
    counterpartyName: only?.counterpartyName ?? null,
    counterpartyIban: only?.counterpartyIban ?? null,
    label: only?.label ?? textAt(entry, 'AddtlNtryInf'),
    returnReason: only?.returnReason ?? null,
  }
}

function lotsOf(blocks: readonly XmlElement[], details: readonly MovementDetail[]) {
  const batches = blocks.map((block) => referenceAt(block, 'Btch/PmtInfId'))
  return details.length === 0 ? batches : details.map(({ pmtInfId }) => pmtInfId)
}

/** The value that all of them bear; null when they differ, or when there are none. */
function shared(values: readonly (string | null)[]): string | null {
  const distinct = new Set(values)
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null
}
