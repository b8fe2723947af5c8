import type User from '#app/accounts/user'
import type { Role } from '#app/accounts/user'
import {
  findContested,
  type Contested,
  type ContestedThing,
} from '#app/settlement/disputes/contested'
import { DISPUTE_MOTIVES, isDisputeMotive } from '#app/settlement/disputes/dispute_motives'
import { textProblems } from '#app/settlement/disputes/dispute_text'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { KeptFile } from '#app/shared/screens/kept_file'
import { transaction, type Trx } from '#app/shared/transaction'

/** An association contests its own money; the coordination writes down what reached it by letter. */
export const CLAIMANTS: readonly Role[] = ['association', 'coordinator']

export interface DisputeDraft {
  contested: Contested
  /** One of DISPUTE_MOTIVES. */
  motive: string
  /** A short explanation; may be empty, except for the motive 'autre'. */
  details: string
  /** What shows it, kept in the archive. */
  file?: KeptFile | null
}

export interface OpenedDispute {
  id: number
  associationId: number
  lineId: number | null
  formId: number | null
}

/** Contests a line or a refused form. Until it is answered, nothing is paid to the association. */
export async function openDispute(
  actor: Pick<User, 'id' | 'role' | 'associationId'>,
  { contested, motive, details: typed, file }: DisputeDraft
): Promise<OpenedDispute | Refused> {
  if (!CLAIMANTS.includes(actor.role)) return notAllowed()
  const details = typed.trim()
  const problems = [...motiveProblems(motive, details), ...textProblems(details, 'precisions')]
  if (problems.length > 0) return { refused: problems }
  return transaction<OpenedDispute>(async (trx) => {
    const thing = await findContested(trx, contested)
    const stranger = actor.role === 'association' && thing?.associationId !== actor.associationId
    if (!thing || stranger) return unknownThing(contested)
    if (!thing.contestable) return notContestable()
    const id = await insert(trx, thing, { motive, details, actorId: actor.id })
    if (id === null) {
      return refuse(
        'RECLAMATION_EN_COURS',
        'Une réclamation est déjà ouverte à ce sujet.',
        'Attendez sa réponse.'
      )
    }
    if (file) await writeFile(trx, id, file)
    const { associationId, lineId, formId } = thing
    await recordEvent(trx, actor.id, {
      verb: 'dispute.opened',
      subject: ['dispute', id],
      after: { associationId, lineId, formId, motive, details },
    })
    return { id, associationId, lineId, formId }
  })
}

function motiveProblems(motive: string, details: string): Reason[] {
  if (!isDisputeMotive(motive)) {
    return [
      {
        code: 'MOTIF_INCONNU',
        message: `«\u00a0${motive}\u00a0» n’est pas un motif de réclamation.`,
        remedy: `Motifs\u00a0: ${Object.keys(DISPUTE_MOTIVES).join(', ')}.`,
        field: 'motif',
      },
    ]
  }
  if (motive !== 'autre' || details !== '') return []
  return [
    {
      code: 'PRECISIONS_MANQUANTES',
      message: 'Ce motif demande une explication.',
      remedy: 'Dites en une phrase ce qui est contesté.',
      field: 'precisions',
    },
  ]
}

/** Null when the thing is contested already, even by someone who opens a dispute at the same time. */
async function insert(
  trx: Trx,
  { associationId, lineId, formId }: ContestedThing,
  { motive, details, actorId }: { motive: string; details: string; actorId: number }
): Promise<number | null> {
  const created = await row<{ id: number }>(
    `INSERT INTO disputes (association_id, line_id, form_id, motive, details, opened_by)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
    [associationId, lineId, formId, motive, details, actorId],
    trx
  )
  return created?.id ?? null
}

async function writeFile(trx: Trx, disputeId: number, file: KeptFile): Promise<void> {
  await trx.table('dispute_files').insert({
    dispute_id: disputeId,
    file_key: file.key,
    sha256: file.sha256,
    file_name: file.fileName,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
  })
}

function notAllowed(): Refused {
  return refuse(
    'ROLE_INSUFFISANT',
    'Une réclamation vient d’une association, ou de la coordination en son nom.',
    'Demandez à une personne qui a ce rôle.'
  )
}

function unknownThing(contested: Contested): Refused {
  if ('formId' in contested) {
    return refuse('FICHE_INCONNUE', `Il n’y a pas de fiche n° ${contested.formId}.`)
  }
  const name =
    'lineId' in contested
      ? `ligne n° ${contested.lineId}`
      : `ligne n° ${contested.position} sur le relevé ${contested.statement}`
  return refuse(
    'LIGNE_INCONNUE',
    `Il n’y a pas de ${name}.`,
    'Le numéro est dans la colonne N° du relevé.'
  )
}

function notContestable(): Refused {
  return refuse(
    'FICHE_NON_REFUSEE',
    'Cette fiche n’est pas refusée\u00a0: elle est retenue, ou n’est pas encore examinée.',
    'Contestez la ligne du relevé, ou attendez le rapprochement.'
  )
}
