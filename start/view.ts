/** What every page may use, beside what its controller gives it. */
import edge from 'edge.js'
import { appUrl } from '#start/env'
import { navigation } from '#start/navigation'
import { ROLE_LABELS } from '#app/accounts/actor'
import { searchHint } from '#app/reporting/search/search_words'
import { assetUrl } from '#app/shared/screens/assets'
import { formatInstant } from '#app/shared/format_instant'
import { frenchSpaces } from '#app/shared/screens/french_spaces'
import { keepPartials } from '#app/shared/screens/keep_partials'
import { addDays, type Day } from '#app/shared/day'
import {
  formatAmount,
  formatDay,
  formatLongDay,
  formatNumber,
  formatSiret,
  plural,
} from '#app/shared/french_format'

// A page of a list is hundreds of cells: each template is compiled once, except where someone is writing it.
const compiledOnce = process.env.DEV_MODE !== 'true'
edge.configure({ cache: compiledOnce })
if (compiledOnce) keepPartials(edge.asyncCompiler)
edge.processor.process('raw', ({ raw }) => frenchSpaces(raw))

edge.global('assetUrl', assetUrl)
edge.global('amount', formatAmount)
edge.global('day', formatDay)
edge.global('longDay', formatLongDay)
/** Last day, included, of a period that ends before this one. */
edge.global('lastDayOf', (end: Day) => addDays(end, -1))
edge.global('number', formatNumber)
edge.global('instant', formatInstant)
edge.global('siret', formatSiret)
edge.global('plural', plural)
edge.global('roleLabel', (role: keyof typeof ROLE_LABELS) => ROLE_LABELS[role])
edge.global('searchHint', searchHint)
edge.global('navigation', navigation)
edge.global('appUrl', appUrl)
