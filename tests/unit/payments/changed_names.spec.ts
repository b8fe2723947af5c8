import { test } from '@japa/runner'
import { changedNames } from '#app/payments/orders/changed_names'
import { exampleOrder } from '#tests/unit/payments/example_order'

test('l’opérateur voit chaque nom et chaque motif que la banque lira autrement', ({ assert }) => {
  assert.deepEqual(changedNames(exampleOrder()), [
    { where: 'Donneur d’ordre', typed: 'FÉDÉRATION FICTIVE', sent: 'FEDERATION FICTIVE' },
    {
      where: 'Titulaire du virement REL-2026-11-0001',
      typed: 'Association « Élan & Présence »',
      sent: 'Association Elan et Presence',
    },
    {
      where: 'Motif du virement REL-2026-11-0001',
      typed: 'Relevé REL-2026-11-0001 – saisines d’octobre 2026',
      sent: "Releve REL-2026-11-0001 - saisines d'octobre 2026",
    },
  ])
})
