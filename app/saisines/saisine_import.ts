import { lockConventions } from '#app/intake/lock_conventions'
import type { ImportColumn, ImportKind } from '#app/intake/import_kind'
import type { SaisineColumn } from '#app/saisines/record_saisine'
import { openSaisineSink } from '#app/saisines/saisine_sink'
import { row } from '#app/shared/rows'

const COLUMNS: (ImportColumn & { key: SaisineColumn })[] = [
  {
    key: 'reference',
    required: true,
    accepts: 'La référence de la plateforme, 35 caractères au plus.',
    kind: 'text',
    synonyms: ['reference_saisine', 'ref', 'ref_saisine', 'numero_saisine'],
  },
  {
    key: 'convention',
    required: true,
    accepts: 'Le code de la convention, par exemple AMF-2021.',
    kind: 'text',
    synonyms: ['code_convention'],
  },
  {
    key: 'association',
    required: true,
    accepts: 'Le code de l’association saisie.',
    kind: 'text',
    synonyms: ['code_association'],
  },
  {
    key: 'date_saisine',
    required: true,
    accepts: 'Le jour de la saisine : 22/11/2026.',
    kind: 'day',
    synonyms: ['date_de_saisine', 'date_de_la_saisine', 'saisine_le'],
  },
  {
    key: 'canal',
    required: true,
    accepts: 'plateforme, direct ou employeur.',
    kind: 'text',
    synonyms: ['canal_d_entree'],
  },
  {
    key: 'departement',
    required: true,
    accepts: 'Le code du département : 01, 2A, 974.',
    kind: 'text',
    synonyms: ['dept', 'code_departement'],
  },
  {
    key: 'beneficiaire',
    required: true,
    accepts: 'élu, proche ou salarié.',
    kind: 'text',
    synonyms: ['type_beneficiaire'],
  },
  {
    key: 'mandat',
    required: false,
    accepts: 'maire, adjoint, conseiller, parlementaire, autre, ou vide.',
    kind: 'text',
    synonyms: ['groupe_mandat'],
  },
  {
    key: 'nature_faits',
    required: false,
    accepts: 'Le code des faits, sans récit ni nom.',
    kind: 'text',
    synonyms: ['nature_des_faits', 'faits'],
  },
  {
    key: 'evenement',
    required: false,
    accepts: 'Le code de l’événement collectif, ou vide.',
    kind: 'text',
    synonyms: ['evenement_collectif'],
  },
]

/** Saisines sent by the telephone platform. */
export default {
  kind: 'saisines',
  columns: async () => COLUMNS,
  open: (trx) => openSaisineSink(trx),

  async usedBy(trx, importId) {
    await lockConventions(trx, 'saisines', importId)
    const used = await row<{ reference: string }>(
      `SELECT reference FROM saisines s WHERE import_id = ? AND (
         EXISTS (SELECT 1 FROM settlement_lines WHERE saisine_id = s.id)
         OR EXISTS (SELECT 1 FROM proposed_corrections WHERE saisine_id = s.id)
         OR EXISTS (SELECT 1 FROM decisions WHERE saisine_id = s.id)
         OR EXISTS (SELECT 1 FROM reminders WHERE saisine_id = s.id)
         OR EXISTS (SELECT 1 FROM reassignments WHERE saisine_id = s.id)) LIMIT 1`,
      [importId],
      trx
    )
    return used && `La saisine ${used.reference} sert déjà à un calcul ou à une décision.`
  },

  async undo(trx, importId) {
    const ids = 'SELECT id FROM saisines WHERE import_id = ?'
    await trx.rawQuery(`DELETE FROM form_outcomes WHERE saisine_id IN (${ids})`, [importId])
    await trx.rawQuery(`DELETE FROM findings WHERE saisine_id IN (${ids})`, [importId])
    await trx.rawQuery('DELETE FROM saisines WHERE import_id = ?', [importId])
  },
} satisfies ImportKind
