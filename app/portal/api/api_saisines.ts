import { pageOf, type Asked } from '#app/portal/api/page_of'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

interface ApiSaisine {
  mark: number
  reference: string
  convention: string
  date: Day
  canal: string
  departement: string
  beneficiaire: string
  mandat: string
  fiche: 'attendue' | 'recue' | 'retenue' | 'non_retenue'
}

/** The saisines of the association in the order in which they came. Reads behind the wall. */
export async function apiSaisines(asked: Asked) {
  const { rows: saisines, suite } = pageOf(
    await rows<ApiSaisine>(
      `SELECT s.id AS mark, s.reference, c.code AS convention, s.opened_on AS date, s.channel AS canal,
         s.department AS departement, s.beneficiary AS beneficiaire, s.mandate AS mandat,
         CASE WHEN EXISTS (SELECT FROM form_outcomes o WHERE o.saisine_id = s.id AND o.outcome = 'RETENUE') THEN 'retenue'
           WHEN NOT EXISTS (SELECT FROM return_forms f WHERE f.reference = s.reference AND f.convention_id = s.convention_id)
             THEN 'attendue'
           WHEN EXISTS (SELECT FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
             WHERE f.reference = s.reference AND f.convention_id = s.convention_id) THEN 'non_retenue'
           ELSE 'recue' END AS fiche
       FROM saisines s JOIN conventions c ON c.id = s.convention_id
       WHERE s.id > ? ORDER BY s.id LIMIT ?`,
      [asked.after, asked.limit + 1]
    ),
    asked
  )
  return { saisines, suite }
}
