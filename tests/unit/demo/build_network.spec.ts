import { test } from '@japa/runner'
import { isValidIBAN } from 'ibantools'
import { buildNetwork } from '#app/demo/build_network'
import { checkAccount } from '#app/payments/check_account'
import { DEPARTMENTS } from '#app/shared/departments'
import { isRna } from '#app/shared/rna'
import { isSiret } from '#app/shared/siret'

const network = buildNetwork({ seed: 7 })

test.group('Réseau fictif', () => {
  test('la même graine donne le même réseau, une autre en donne un autre', ({ assert }) => {
    assert.deepEqual(buildNetwork({ seed: 7 }), network)
    assert.notDeepEqual(buildNetwork({ seed: 8 }), network)
  })

  test('130 associations, toutes fictives et le disant, sans code ni identifiant en double', ({
    assert,
  }) => {
    assert.lengthOf(network, 130)
    for (const field of ['code', 'siret', 'iban', 'email', 'name'] as const) {
      assert.equal(new Set(network.map((association) => association[field])).size, 130, field)
    }
    assert.deepEqual(
      network.filter(({ name }) => !/ficti(f|ve)/.test(name)),
      []
    )
    assert.deepEqual(
      network.filter(({ email }) => !email.endsWith('@example.org')),
      []
    )
  })

  test('chaque département est couvert, outre-mer compris ; certaines en couvrent plusieurs', ({
    assert,
  }) => {
    const covered = new Set(network.flatMap(({ departments }) => departments))
    assert.deepEqual(
      [...DEPARTMENTS.keys()].filter((code) => !covered.has(code)),
      ['984', '986', '987', '988']
    )
    assert.isAbove(network.filter(({ departments }) => departments.length > 1).length, 5)
  })

  test('les noms ont les difficultés des vrais : accent, apostrophe, esperluette, longueur', ({
    assert,
  }) => {
    for (const sign of ['é', '’', '&', '—']) {
      assert.isTrue(
        network.some(({ name }) => name.includes(sign)),
        sign
      )
    }
    assert.isTrue(network.some(({ name }) => name.length > 70))
    assert.isTrue(network.some(({ name, holder }) => name !== holder))
  })

  test('les SIRET sont valides, et le RNA manque dans les trois départements de droit local', ({
    assert,
  }) => {
    assert.isTrue(network.every(({ siret }) => isSiret(siret)))
    assert.isTrue(network.every(({ rna }) => rna === null || isRna(rna)))
    assert.deepEqual(
      network.filter(({ rna }) => rna === null).map(({ code }) => code),
      ['AV57', 'AV57B', 'AV67', 'AV67B', 'AV68']
    )
  })

  test('chaque compte a une clé RIB et des clés IBAN justes, et peut être payé', ({ assert }) => {
    for (const { iban, bic, holder, country, departments } of network) {
      assert.isTrue(isValidIBAN(iban), iban)
      const department = departments[0]!
      assert.deepEqual(checkAccount({ iban, bic, holder, country, department }), [], iban)
    }
  })

  test('sur demande, une association du Pacifique, dont le compte ne peut pas être payé', ({
    assert,
  }) => {
    const [pacific, ...others] = buildNetwork({ seed: 7, outsideSepa: true }).filter(
      ({ outsideSepa }) => outsideSepa
    )
    assert.lengthOf(others, 0)
    assert.equal(pacific!.code, 'AV988')
    assert.isTrue(isValidIBAN(pacific!.iban))
    const reasons = checkAccount({ ...pacific!, department: pacific!.departments[0]! })
    assert.deepEqual(
      reasons.map(({ code }) => code),
      ['HORS_SEPA']
    )
  })
})
