import { lockConventions } from '#app/intake/lock_conventions'
import type { ImportColumn, ImportKind } from '#app/intake/import_kind'
import { openReturnFormSink } from '#app/returns/return_form_sink'
import { payableServices } from '#app/returns/payable_services'
import { row } from '#app/shared/rows'

const FIRST_COLUMNS: ImportColumn[] = [
  {
    key: 'reference_saisine',
    required: true,
    accepts: 'La référence de la saisine, telle que la plateforme l’a donnée.',
    kind: 'text',
    synonyms: ['reference', 'ref_saisine', 'reference_de_la_saisine', 'ref', 'n_saisine'],
  },
  {
    key: 'association',
    required: true,
    accepts: 'Le code de votre association.',
    kind: 'text',
    synonyms: ['code_association'],
  },
  {
    key: 'convention',
    required: true,
    accepts: 'Le code de la convention, par exemple AMF-2021.',
    kind: 'text',
    synonyms: ['code_convention'],
  },
  {
    key: 'date_reception',
    required: true,
    accepts: 'Le jour où la fédération reçoit la fiche : 22/11/2026.',
    kind: 'day',
    synonyms: ['date_de_reception', 'recue_le', 'recu_le'],
  },
  {
    key: 'date_premier_contact',
    required: false,
    accepts: 'Le jour du premier contact avec la personne, ou vide.',
    kind: 'day',
    synonyms: ['premier_contact', 'date_du_premier_contact', 'date_1er_contact', '1er_contact'],
  },
  {
    key: 'date_dernier_acte',
    required: false,
    accepts: 'Le jour du dernier acte, ou vide.',
    kind: 'day',
    synonyms: ['dernier_acte', 'date_du_dernier_acte'],
  },
  {
    key: 'issue',
    required: true,
    accepts: 'Prise en charge, injoignable, refus ou réorientée.',
    kind: 'text',
    synonyms: ['resultat', 'issue_de_la_saisine'],
  },
]
const LAST_COLUMNS: ImportColumn[] = [
  {
    key: 'memo_de_vie',
    required: false,
    accepts: 'oui si Mémo de Vie a été présenté, sinon non, ou vide.',
    kind: 'yes_no',
    synonyms: ['memo_de_vie_presente'],
  },
  {
    key: 'observations',
    required: false,
    accepts: 'Une note courte, sans nom, téléphone ni courriel.',
    kind: 'text',
    synonyms: ['observation', 'remarques', 'commentaire', 'commentaires'],
  },
]

function serviceColumn([code, label]: [string, string]): ImportColumn {
  return {
    key: code,
    required: false,
    accepts: `${label} : un nombre entier, ou vide.`,
    kind: 'quantity',
  }
}

/** Fiches retour sent by the associations: one column for each service of the barèmes. */
export default {
  kind: 'fiches',

  async columns(conventionCode) {
    // Two conventions may pay the same service: one column counts it for both.
    const services = new Map<string, string>()
    for (const { code, label } of await payableServices(conventionCode)) services.set(code, label)
    return [...FIRST_COLUMNS, ...Array.from(services, serviceColumn), ...LAST_COLUMNS]
  },

  open: (trx) => openReturnFormSink(trx),

  async usedBy(trx, importId) {
    await lockConventions(trx, 'return_forms', importId)
    const used = await row<{ reference: string }>(
      `SELECT reference FROM return_forms f WHERE import_id = ? AND (
         EXISTS (SELECT 1 FROM settlement_lines WHERE form_id = f.id)
         OR EXISTS (SELECT 1 FROM proposed_corrections WHERE form_id = f.id)
         OR EXISTS (SELECT 1 FROM decisions WHERE form_id = f.id)
         OR EXISTS (SELECT 1 FROM disputes WHERE form_id = f.id)) LIMIT 1`,
      [importId],
      trx
    )
    return (
      used && `La fiche de la saisine ${used.reference} sert déjà à un calcul ou à une décision.`
    )
  },

  async undo(trx, importId) {
    const ids = 'SELECT id FROM return_forms WHERE import_id = ?'
    await trx.rawQuery(`DELETE FROM form_outcomes WHERE form_id IN (${ids})`, [importId])
    await trx.rawQuery(`DELETE FROM findings WHERE form_id IN (${ids})`, [importId])
    await trx.rawQuery('DELETE FROM return_forms WHERE import_id = ?', [importId])
  },
} satisfies ImportKind
