import { chainHead } from '#app/ledger/chain_head'
import { fundFlow, type FundFlow } from '#app/ledger/flow/fund_flow'
import { postalAddress } from '#app/statements/content/postal_address'
import type { StatementFederation } from '#app/statements/content/statement_data'
import type { Day } from '#app/shared/day'
import { loadSettings } from '#app/shared/settings'

/** Everything a fund-flow statement prints: its PDF and its workbook cannot disagree. */
export interface FundFlowData extends FundFlow {
  federation: StatementFederation
  fictitious: boolean
  /** The day it was made: the year may still go on. */
  madeOn: Day
  /** SHA-256 of the journal’s last entry, 64 hexadecimal digits. */
  chainHead: string
}

/** Null when there is no such convention. */
export async function fundFlowData(
  conventionId: number,
  year: number,
  madeOn: Day
): Promise<FundFlowData | null> {
  const flow = await fundFlow(conventionId, year)
  if (!flow) return null
  const { federation, address, legalMentions } = await loadSettings()
  const head = await chainHead()
  return {
    ...flow,
    federation: {
      ...federation,
      address: postalAddress(address),
      legalMentions: [...legalMentions],
    },
    fictitious: flow.convention.fictitious,
    madeOn,
    chainHead: head.hash.toString('hex'),
  }
}
