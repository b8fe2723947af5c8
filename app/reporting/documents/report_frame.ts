import { chainHead } from '#app/ledger/chain_head'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import { loadSettings } from '#app/shared/settings'
import { postalAddress } from '#app/statements/content/postal_address'

export interface ReportFrame extends Pick<
  ReportDocument,
  'federation' | 'fictitious' | 'chainHead'
> {
  /** A count under it is not shown. */
  threshold: number
}

/** Who signs a report, where the books stand, and what may not be shown. */
export async function reportFrame(): Promise<ReportFrame> {
  const settings = await loadSettings()
  return {
    federation: {
      ...settings.federation,
      address: postalAddress(settings.address),
      legalMentions: [...settings.legalMentions],
    },
    fictitious: settings.fictitious,
    chainHead: (await chainHead()).hash.toString('hex'),
    threshold: settings.maskingThreshold,
  }
}
