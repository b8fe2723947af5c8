import { overview } from '#app/reconciliation/overview'
import { journalList } from '#app/reporting/journal_list'
import { returnFormsList } from '#app/returns/return_forms_list'
import { saisinesList } from '#app/saisines/saisines_list'
import { linesList } from '#app/settlement/run_page/lines_list'
import { runsList } from '#app/settlement/runs_list'
import type { List } from '#app/shared/screens/list'
import { readList } from '#app/shared/screens/read_list'
import { decimalFromCents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

export interface WebPage {
  label: string
  path: string
  /** What the page asks of the database, without anything around it; for the pages that are one list. */
  read?: () => Promise<unknown>
}

/** What every page is compared with: the same server, one SELECT 1, no session’s page. */
export const BARE: WebPage = { label: 'Route nue (SELECT 1)', path: '/sante' }

/** The pages that people open all day, with things that exist. */
export async function webPages(): Promise<WebPage[]> {
  const some = (await row<{
    saisine: number
    reference: string
    association: string
    form: number
    run: number
    line: number
    cents: number
  }>(
    `SELECT s.id AS saisine, s.reference, a.code AS association, f.id AS form, l.run_id AS run, l.id AS line,
       l.amount_cents AS cents
     FROM settlement_lines l JOIN saisines s ON s.id = l.saisine_id JOIN return_forms f ON f.id = l.form_id
     JOIN associations a ON a.id = l.association_id ORDER BY l.id LIMIT 1`
  ))!
  const euros = decimalFromCents(some.cents).replace('.', ',')
  return [
    { label: 'Accueil', path: '/' },
    listPage('Saisines', '/saisines', saisinesList),
    listPage('Saisines, page 20', '/saisines?page=20', saisinesList),
    listPage(
      'Saisines d’une association',
      `/saisines?association=${some.association}`,
      saisinesList
    ),
    { label: 'Une saisine', path: `/saisines/${some.saisine}` },
    listPage('Fiches', '/fiches', returnFormsList),
    { label: 'Une fiche', path: `/fiches/${some.form}` },
    { label: 'Rapprochement', path: '/rapprochement', read: overview },
    listPage('Campagnes', '/campagnes', runsList),
    { label: 'Une campagne', path: `/campagnes/${some.run}` },
    listPage('Lignes d’une campagne', `/campagnes/${some.run}/lignes`, linesList(some.run, null)),
    { label: 'Pourquoi ce montant', path: `/lignes/${some.line}` },
    { label: 'Recherche d’une saisine', path: `/recherche?q=${some.reference}` },
    { label: 'Recherche d’un montant', path: `/recherche?q=${encodeURIComponent(euros)}` },
    listPage('Journal', '/journal', journalList('finance')),
  ]
}

function listPage<Row extends object>(label: string, path: string, list: List<Row>): WebPage {
  const address = Object.fromEntries(new URL(path, 'http://localhost').searchParams)
  return { label, path, read: () => readList(list, address, 0) }
}
