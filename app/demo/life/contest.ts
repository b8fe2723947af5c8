import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { keepPdf } from '#app/demo/life/keep_pdf'
import { letterPdf } from '#app/demo/life/letter_pdf'
import { answerDispute } from '#app/settlement/disputes/answer_dispute'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { writeDisputeMessage } from '#app/settlement/disputes/write_dispute_message'
import { row } from '#app/shared/rows'

/** A line contested, with a thread that goes on, and a refusal contested that has its answer. */
export async function contestAsDemo(member: User, coordinator: User, at: Date): Promise<void> {
  const line = await row<{ id: number }>(
    `SELECT l.id FROM settlement_lines l JOIN statements s USING (run_id, association_id)
     WHERE association_id = ? AND l.kind = 'service' ORDER BY l.quantity_retained DESC, l.id LIMIT 1`,
    [member.associationId]
  )
  if (line) {
    const { id } = granted(
      await openDispute(member, {
        contested: { lineId: line.id },
        motive: 'quantite',
        details: 'La fiche compte une séance de plus que le relevé.',
        file: await keepPdf(
          `reclamations/${member.associationId}`,
          'registre.pdf',
          registerPdf(at)
        ),
      })
    )
    granted(await writeDisputeMessage(coordinator, id, 'Nous relisons la fiche avec vous.'))
    granted(await writeDisputeMessage(member, id, 'Merci. Le registre des séances est à jour.'))
  }
  const form = await row<{ id: number }>(
    `SELECT min(f.id) AS id FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id
     JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id
     WHERE f.association_id = ? AND o.outcome <> 'RETENUE' HAVING count(*) > 0`,
    [member.associationId]
  )
  if (!form) return
  const { id } = granted(
    await openDispute(member, {
      contested: { formId: form.id },
      motive: 'fiche_refusee',
      details: 'Le dossier a bien été suivi.',
    })
  )
  granted(
    await answerDispute({
      disputeId: id,
      verdict: 'rejected',
      answer:
        'Après relecture, le motif écrit sur le relevé est exact. Corrigez ce qu’il dit et renvoyez la fiche : elle sera revue à la prochaine campagne.',
      actorId: coordinator.id,
    })
  )
}

function registerPdf(at: Date): Buffer {
  return letterPdf(
    {
      title: 'Registre des séances (exemple)',
      issue: 'Pièce d’une réclamation fictive',
      columns: [
        { title: 'Séances tenues', paragraphs: ['Trois, aux dates de la fiche.'] },
        { title: 'Personnes', paragraphs: ['Aucun nom ne figure ici.'] },
      ],
    },
    at
  )
}
