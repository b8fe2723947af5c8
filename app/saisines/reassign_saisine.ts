import { outdateRuns } from '#app/conventions/fees/outdate_runs'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { activeMembers } from '#app/network/members/active_members'
import Association from '#app/network/association'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Reassignment {
  reference: string
  conventionCode: string
  /** Code of the association that takes the person over. */
  toAssociation: string
  reason: string
  actorId: number
}

export interface Reassigned {
  id: number
  saisineId: number
  fromAssociationId: number
  toAssociationId: number
}

const LONGEST_REASON = 500

/**
 * Gives a saisine to another association, as long as nobody was paid for it: only the one that did the work is. The
 * forms of the former association stay, and are no longer retained.
 */
export async function reassignSaisine(
  { reference, conventionCode, toAssociation, reason, actorId }: Reassignment,
  at = new Date()
): Promise<Reassigned | Refused> {
  const silent = wrongReason(reason)
  if (silent) return silent
  return transaction<Reassigned>(async (trx) => {
    const known = await saisineOf(trx, reference, conventionCode)
    if (!known) return unknownSaisine(reference, conventionCode)
    await outdateRuns(trx, known.conventionId, actorId)
    await lock(trx, `reconcile ${known.conventionId}`)
    const saisine = (await saisineOf(trx, reference, conventionCode, 'FOR UPDATE'))!
    const settled = await refuseSettled(trx, saisine)
    if (settled) return settled
    const target = await Association.findBy('code', toAssociation.trim(), { client: trx })
    const wrong = await refuseTarget(trx, target, saisine, toAssociation, at)
    if (wrong) return wrong

    const move = { from_association_id: saisine.associationId, to_association_id: target!.id }
    const [created] = await trx
      .table('reassignments')
      .insert({ saisine_id: saisine.id, ...move, reason: reason.trim(), decided_by: actorId })
      .returning('id')
    await trx.from('saisines').where('id', saisine.id).update({ association_id: target!.id })
    await recordEvent(trx, actorId, {
      verb: 'saisine.reassigned',
      subject: ['saisine', saisine.id],
      before: { associationId: saisine.associationId },
      after: { associationId: target!.id, reason: reason.trim() },
    })
    return {
      id: created.id as number,
      saisineId: saisine.id,
      fromAssociationId: saisine.associationId,
      toAssociationId: target!.id,
    }
  })
}

interface Saisine {
  id: number
  conventionId: number
  associationId: number
  reference: string
}

function saisineOf(
  trx: Trx,
  reference: string,
  conventionCode: string,
  locking: 'FOR UPDATE' | '' = ''
): Promise<Saisine | null> {
  return row<Saisine>(
    `SELECT s.id, s.convention_id AS "conventionId", s.association_id AS "associationId", s.reference
     FROM saisines s WHERE s.reference = ? AND s.convention_id = (SELECT id FROM conventions WHERE code = ?) ${locking}`,
    [reference, conventionCode],
    trx
  )
}

/** What is paid, or under the eyes of approvers, does not change hands. */
async function refuseSettled(trx: Trx, { id, reference }: Saisine): Promise<Refused | null> {
  const found = await row<{ code: string; statement: string | null }>(
    `SELECT r.code, s.number AS statement FROM settlement_lines l JOIN runs r ON r.id = l.run_id
     LEFT JOIN statements s ON s.run_id = l.run_id AND s.association_id = l.association_id
     WHERE l.saisine_id = ? AND (s.id IS NOT NULL OR r.state IN ('submitted', 'approved', 'issuing'))
     ORDER BY s.number LIMIT 1`,
    [id],
    trx
  )
  if (!found) return null
  if (found.statement !== null) {
    return refuse(
      'SAISINE_PAYEE',
      `La saisine ${reference} est déjà payée par le relevé ${found.statement}.`,
      'Elle reste à l’association payée\u00a0; un second suivi est une autre saisine.',
      'reference'
    )
  }
  return refuse(
    'CAMPAGNE_SOUMISE',
    `La saisine ${reference} est dans la campagne ${found.code}, déjà soumise.`,
    'Rouvrez la campagne, puis réaffectez.',
    'reference'
  )
}

async function refuseTarget(
  trx: Trx,
  target: Association | null,
  saisine: Saisine,
  code: string,
  at: Date
): Promise<Refused | null> {
  if (!target) {
    return refuse(
      'ASSOCIATION_INCONNUE',
      `Aucune association de code ${code}.`,
      'Écrivez le code de l’association tel qu’il est dans le réseau.',
      'association'
    )
  }
  if (target.id === saisine.associationId) {
    return refuse(
      'MEME_ASSOCIATION',
      `La saisine ${saisine.reference} est déjà à l’association ${target.code}.`,
      'Choisissez une autre association.',
      'association'
    )
  }
  const members = await activeMembers([target.id], parisDay(at), trx)
  return members.has(target.id)
    ? null
    : refuse(
        'ADHESION_INACTIVE',
        `L’association ${target.code} n’est pas adhérente aujourd’hui.`,
        'Choisissez une association adhérente, ou enregistrez son adhésion.',
        'association'
      )
}

function wrongReason(reason: string): Refused | null {
  const remedy = 'Dites pourquoi en une phrase, sans nommer personne.'
  const fail = (code: string, message: string) => refuse(code, message, remedy, 'motif')
  if (reason.trim() === '') return fail('MOTIF_MANQUANT', 'Une réaffectation se motive.')
  if (reason.length > LONGEST_REASON) {
    return fail('MOTIF_TROP_LONG', `Le motif dépasse ${LONGEST_REASON} caractères.`)
  }
  const guard = privacyGuard(reason)
  return guard && fail('MOTIF_INDISCRET', guard.message)
}

function unknownSaisine(reference: string, conventionCode: string): Refused {
  return refuse(
    'SAISINE_INCONNUE',
    `Il n’y a pas de saisine ${reference} dans la convention ${conventionCode}.`,
    'Vérifiez la référence et la convention.',
    'reference'
  )
}
