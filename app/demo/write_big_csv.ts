import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { Cell } from '#app/demo/files/cell'
import { formRows } from '#app/demo/files/form_rows'
import { formColumns } from '#app/demo/files/form_titles'
import { SAISINE_TITLES, saisineRows } from '#app/demo/files/saisine_rows'
import { sequentialReference } from '#app/demo/files/sequential_reference'
import { textFile } from '#app/demo/files/text_file'
import { typedDay } from '#app/demo/files/typed_day'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { DEFAULT_RATES, type FindingRates } from '#app/demo/quarter/finding_rates'
import type { ExpectedCounts } from '#app/demo/quarter/planned'
import { planQuarter } from '#app/demo/quarter_plan'
import { createRandom } from '#app/demo/random'
import type { Day } from '#app/shared/day'

const TEMPLATES = 5000
const UNKNOWN_EVERY = 1000
const MISSING_EVERY = 500
const NO_FAULT = Object.fromEntries(Object.keys(DEFAULT_RATES).map((fault) => [fault, 0]))

export interface BigCsv {
  readonly seed: number
  readonly saisines: number
  readonly quarterStart: Day
  readonly convention: ConventionTerms
  readonly network: readonly DemoAssociation[]
  readonly paths: { readonly saisines: string; readonly fiches: string }
}

/**
 * Writes any number of saisines of one convention and their forms, 99.7 % of them sound, in constant
 * memory: 5,000 planned pairs serve in turn, each time under another reference. Each thousandth form
 * bears a reference that nobody has, and each five-hundredth saisine has no form.
 */
export function writeBigCsv(wish: BigCsv): ExpectedCounts {
  const prefix = `S${wish.quarterStart.slice(2, 4)}-`
  const { saisineTails, formTails, titles } = templates(wish)
  const saisineFile = textFile(wish.paths.saisines)
  const formFile = textFile(wish.paths.fiches)
  saisineFile.add(`\ufeff${SAISINE_TITLES.join(';')}\r\n`)
  formFile.add(`\ufeff${titles.join(';')}\r\n`)

  let unknown = 0
  let missing = 0
  for (let i = 0; i < wish.saisines; i++) {
    const reference = sequentialReference(prefix, i)
    const template = i % saisineTails.length
    saisineFile.add(reference + saisineTails[template]!)
    if (i % UNKNOWN_EVERY === 7) {
      unknown++
      formFile.add(sequentialReference(prefix, wish.saisines + i) + formTails[template]!)
    } else if (i % MISSING_EVERY === 3) {
      missing++
    } else {
      formFile.add(reference + formTails[template]!)
    }
  }
  saisineFile.close()
  formFile.close()
  return counts(wish.saisines, unknown, missing)
}

/** All that follows the reference on each line, written once. */
function templates({ seed, quarterStart, convention, network }: BigCsv) {
  const plan = planQuarter({
    seed,
    saisines: TEMPLATES,
    quarterStart,
    conventions: [convention],
    network,
    rates: NO_FAULT as FindingRates,
  })
  const random = createRandom(`${seed}/big`)
  const forms = new Map(plan.forms.map((form) => [form.reference, form]))
  const paired = plan.saisines.map(({ reference }) => forms.get(reference)!)
  const columns = formColumns(plan.services, 'canonical')
  return {
    titles: columns.map(({ title }) => title),
    saisineTails: saisineRows(random, plan.saisines).map(tail),
    formTails: formRows(random, paired, columns).map(tail),
  }
}

function tail([, ...cells]: readonly Cell[]): string {
  const typed = cells.map((cell) => {
    if (cell === null) return ''
    return typeof cell === 'object' ? typedDay(cell.day, 'slashes') : String(cell)
  })
  return `;${typed.join(';')}\r\n`
}

function counts(saisines: number, unknown: number, missing: number): ExpectedCounts {
  return {
    saisines,
    forms: saisines - missing,
    outcomes: { RETENUE: saisines - missing - unknown, SAISINE_INCONNUE: unknown },
    findings: { SAISINE_INCONNUE: unknown, FICHE_MANQUANTE: unknown + missing },
  }
}
