import type { Group } from '@japa/runner/core'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { row } from '#app/shared/rows'
import { received } from '#tests/scenario/payments/bank'
import { aPlayedQuarter, enter, serve, spoilt, type Answer } from '#tests/support/web'

/** A quarter of the group's own, whose order the bank has received, and where finance takes in what it answers. */
export function bankDesk(group: Group): {
  order: () => ReceivedOrder
  upload: (name: string, bytes: Uint8Array) => Promise<Answer>
} {
  let order: ReceivedOrder
  group.setup(async () => {
    spoilt()
    await aPlayedQuarter()
    order = await received((await row<{ id: number }>('SELECT id FROM transfer_orders'))!.id)
    const stop = await serve()
    return () => {
      spoilt()
      stop()
    }
  })
  return {
    order: () => order,
    async upload(name, bytes) {
      const finance = await enter('finance')
      await finance.get('/reponses-banque')
      const sent = await finance.upload('/reponses-banque', {}, 'fichier', name, bytes)
      return finance.follow(sent.location!)
    },
  }
}
