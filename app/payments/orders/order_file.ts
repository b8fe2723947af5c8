import { archivedFile, fileDestroyed } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** The archived file of an order: always the same bytes, those that were checked when it was made. */
export async function orderFile(orderId: number): Promise<{ bytes: Uint8Array } | Refused> {
  const order = await row<{ key: string; sha256: Buffer }>(
    'SELECT file_key AS key, sha256 FROM transfer_orders WHERE id = ?',
    [orderId]
  )
  if (!order) return refuse('ORDRE_INCONNU', `Il n’y a pas d’ordre de virement n° ${orderId}.`)
  const { state, bytes } = await archivedFile(order.key, order.sha256)
  if (state === 'destroyed') return fileDestroyed()
  if (state !== 'intact') {
    return refuse(
      'FICHIER_ALTERE',
      'Le fichier archivé n’est plus celui qui a été contrôlé.',
      'Restaurez-le depuis une sauvegarde ; ne l’envoyez pas.'
    )
  }
  return { bytes }
}
