import { row } from '#app/shared/rows'

export interface WebPage {
  label: string
  path: string
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
  const euros = (some.cents / 100).toFixed(2).replace('.', ',')
  return [
    { label: 'Accueil', path: '/' },
    { label: 'Saisines', path: '/saisines' },
    { label: 'Saisines, page 20', path: '/saisines?page=20' },
    { label: 'Saisines d’une association', path: `/saisines?association=${some.association}` },
    { label: 'Une saisine', path: `/saisines/${some.saisine}` },
    { label: 'Fiches', path: '/fiches' },
    { label: 'Une fiche', path: `/fiches/${some.form}` },
    { label: 'Rapprochement', path: '/rapprochement' },
    { label: 'Campagnes', path: '/campagnes' },
    { label: 'Une campagne', path: `/campagnes/${some.run}` },
    { label: 'Lignes d’une campagne', path: `/campagnes/${some.run}/lignes` },
    { label: 'Pourquoi ce montant', path: `/lignes/${some.line}` },
    { label: 'Recherche d’une saisine', path: `/recherche?q=${some.reference}` },
    { label: 'Recherche d’un montant', path: `/recherche?q=${encodeURIComponent(euros)}` },
    { label: 'Journal', path: '/journal' },
  ]
}
