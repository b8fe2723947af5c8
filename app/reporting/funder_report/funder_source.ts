import type { EnvelopeShown } from '#app/conventions/convention_page'
import type { ReportPeriod } from '#app/reporting/report_period'
import type { Cents } from '#app/shared/cents'

/** What the report of a convention counts, before anything is hidden: it never leaves the room like this. */
export interface FunderSource {
  convention: {
    id: number
    code: string
    title: string
    funder: string
    fictitious: boolean
    /** Paid at most for a saisine, when the convention says it. */
    ceiling: Cents | null
  }
  period: ReportPeriod
  /** What was paid: the statements, their lines of services, and the same money in the books. */
  paid: { statements: number; lines: number; cents: Cents; bookedCents: Cents }
  services: ServicePaid[]
  corrections: { saisines: number; lines: number; cents: Cents }
  /** Lines of nobody: an envelope shared between associations, and what is given back of it. */
  others: { lines: number; cents: Cents }
  /** Saisines paid, by who asked, by facts, by department: each a partition of `saisines`. */
  saisines: number
  profiles: { beneficiary: string; mandate: string; count: number }[]
  facts: { code: string | null; count: number }[]
  departments: { code: string; count: number }[]
  crossing: { department: string; service: string; count: number }[]
  /** Saisines opened in the period, by month ('YYYY-MM'). */
  opened: { month: string; count: number }[]
  /** Forms received in the period, by what became of them. */
  forms: { state: 'retained' | 'refused' | 'waiting'; count: number }[]
  delays: Delay[]
  envelopes: EnvelopeShown[]
  receipts: { count: number; cents: Cents }
}

export interface ServicePaid {
  code: string
  label: string
  saisines: number
  acts: number
  cents: Cents
  /** Acts paid at each price. */
  prices: { price: Cents; acts: number }[]
  /** Paid once a saisine, and not by the act. */
  byPerson: boolean
  /** Acts paid at most for a saisine. */
  cap: number | null
  /** The only groups that it is paid for; null when it is paid for all. */
  beneficiaries: string[] | null
}

export interface Delay {
  what: 'contact' | 'form' | 'payment'
  saisines: number
  /** Days: half wait less; nine out of ten wait less. */
  median: number | null
  ninth: number | null
}
