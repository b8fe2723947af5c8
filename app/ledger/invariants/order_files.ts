import { verdict, type Invariant } from '#app/ledger/invariants/invariant'
import { readOrderFile, type OrderFile } from '#app/ledger/invariants/read_order_file'
import { decimalFromCents, type Cents } from '#app/shared/cents'
import { archivedFile, type ArchivedFile } from '#app/shared/archived_file'
import { rows } from '#app/shared/rows'

interface StoredOrder {
  message_id: string
  file_key: string
  sha256: Buffer
  transfer_count: number
  total_cents: Cents
  transfers: { id: string; cents: Cents; country: string; last4: string }[]
}

/** The file that went to the bank says what the database says: bytes, sums, amounts and accounts. */
export const ORDER_FILES: Invariant = {
  code: 'FICHIERS_DE_VIREMENT',
  label: 'Chaque fichier de virement a son empreinte, ses sommes et ses comptes',
  async examine(trx) {
    const orders = await rows<StoredOrder>(
      `SELECT message_id, file_key, sha256, transfer_count, total_cents, (
         SELECT coalesce(json_agg(json_build_object('id', end_to_end_id, 'cents', amount_cents,
           'country', iban_country, 'last4', iban_last4) ORDER BY transfers.id), '[]')
         FROM transfers JOIN bank_accounts ON bank_accounts.id = bank_account_id
         WHERE transfer_order_id = transfer_orders.id) AS transfers
       FROM transfer_orders ORDER BY id`,
      [],
      trx
    )
    const faults: string[] = []
    for (const order of orders) {
      const found = faultsOf(order, await archivedFile(order.file_key, order.sha256, trx))
      faults.push(...found.map((fault) => `ordre ${order.message_id}\u00a0: ${fault}`))
    }
    return verdict(orders.length, faults)
  },
}

function faultsOf(order: StoredOrder, { state, bytes }: ArchivedFile): string[] {
  if (state === 'destroyed') return []
  if (state === 'absent') return ['fichier absent de l’archive']
  if (state === 'altered') return ['l’empreinte du fichier n’est pas celle enregistrée']
  const file = readOrderFile(bytes)
  return file ? [...sumFaults(order, file), ...transferFaults(order, file)] : ['fichier illisible']
}

function sumFaults(order: StoredOrder, file: OrderFile): string[] {
  const sum = decimalFromCents(order.total_cents)
  const agrees = file.totals.every(
    (total) => total.count === String(order.transfer_count) && total.sum === sum
  )
  return agrees ? [] : [`le fichier n’annonce pas ${order.transfer_count} × ${sum}`]
}

function transferFaults(order: StoredOrder, file: OrderFile): string[] {
  const written = new Map(file.transfers.map((transfer) => [transfer.endToEndId, transfer]))
  const faults = order.transfers.flatMap(({ id, cents, country, last4 }) => {
    const found = written.get(id)
    if (!found) return [`le virement ${id} n’est pas dans le fichier`]
    if (found.currency !== 'EUR' || found.amount !== decimalFromCents(cents)) {
      return [`le virement ${id} y porte un autre montant`]
    }
    const sameAccount = found.iban.startsWith(country) && found.iban.endsWith(last4)
    return sameAccount ? [] : [`le virement ${id} y porte un autre compte`]
  })
  const same = file.transfers.length === order.transfers.length
  return same ? faults : [...faults, `${file.transfers.length} virements dans le fichier`]
}
