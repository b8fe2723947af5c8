import { test } from '@japa/runner'
import { amountInWords } from '#app/shared/amount_in_words'

const EUROS: [number, string][] = [
  [0, 'zéro euro'],
  [1, 'un euro'],
  [2, 'deux euros'],
  [16, 'seize euros'],
  [17, 'dix-sept euros'],
  [20, 'vingt euros'],
  [21, 'vingt et un euros'],
  [22, 'vingt-deux euros'],
  [31, 'trente et un euros'],
  [61, 'soixante et un euros'],
  [69, 'soixante-neuf euros'],
  [70, 'soixante-dix euros'],
  [71, 'soixante et onze euros'],
  [72, 'soixante-douze euros'],
  [79, 'soixante-dix-neuf euros'],
  [80, 'quatre-vingts euros'],
  [81, 'quatre-vingt-un euros'],
  [90, 'quatre-vingt-dix euros'],
  [91, 'quatre-vingt-onze euros'],
  [99, 'quatre-vingt-dix-neuf euros'],
  [100, 'cent euros'],
  [101, 'cent un euros'],
  [180, 'cent quatre-vingts euros'],
  [200, 'deux cents euros'],
  [201, 'deux cent un euros'],
  [280, 'deux cent quatre-vingts euros'],
  [999, 'neuf cent quatre-vingt-dix-neuf euros'],
  [1000, 'mille euros'],
  [1001, 'mille un euros'],
  [1100, 'mille cent euros'],
  [2000, 'deux mille euros'],
  [21_000, 'vingt et un mille euros'],
  [80_000, 'quatre-vingt mille euros'],
  [80_080, 'quatre-vingt mille quatre-vingts euros'],
  [100_000, 'cent mille euros'],
  [200_000, 'deux cent mille euros'],
  [200_200, 'deux cent mille deux cents euros'],
  [280_000, 'deux cent quatre-vingt mille euros'],
  [1_000_000, 'un million d’euros'],
  [1_000_001, 'un million un euros'],
  [1_001_000, 'un million mille euros'],
  [2_000_000, 'deux millions d’euros'],
  [2_500_000, 'deux millions cinq cent mille euros'],
  [80_000_000, 'quatre-vingts millions d’euros'],
  [200_000_000, 'deux cents millions d’euros'],
  [
    999_999_999,
    'neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille ' +
      'neuf cent quatre-vingt-dix-neuf euros',
  ],
]

test.group('Montants en toutes lettres', () => {
  test('{1}')
    .with(EUROS)
    .run(({ assert }, [euros, words]) => {
      assert.equal(amountInWords(euros * 100), words)
    })

  test('les centimes s’ajoutent aux euros et s’accordent', ({ assert }) => {
    assert.equal(
      amountInWords(123_456),
      'mille deux cent trente-quatre euros et cinquante-six centimes'
    )
    assert.equal(amountInWords(101), 'un euro et un centime')
    assert.equal(amountInWords(280), 'deux euros et quatre-vingts centimes')
    assert.equal(amountInWords(5), 'zéro euro et cinq centimes')
    assert.equal(amountInWords(1), 'zéro euro et un centime')
    assert.equal(amountInWords(121), 'un euro et vingt et un centimes')
    assert.equal(amountInWords(100_000_050), 'un million d’euros et cinquante centimes')
  })

  test('un montant négatif commence par moins', ({ assert }) => {
    assert.equal(amountInWords(-4550), 'moins quarante-cinq euros et cinquante centimes')
    assert.equal(amountInWords(-0), 'zéro euro')
  })

  test('au-delà de 999 999 999,99 €, ou pour une fraction de centime, rien n’est écrit', ({
    assert,
  }) => {
    assert.isTrue(amountInWords(99_999_999_999).endsWith('et quatre-vingt-dix-neuf centimes'))
    assert.throws(() => amountInWords(100_000_000_000), RangeError)
    assert.throws(() => amountInWords(-100_000_000_000), RangeError)
    assert.throws(() => amountInWords(0.5), RangeError)
  })

  test('deux montants différents ne s’écrivent jamais de la même façon', ({ assert }) => {
    const written = new Set<string>()
    for (let euros = 0; euros < 20_000; euros++) written.add(amountInWords(euros * 100))
    assert.equal(written.size, 20_000)
  })
})
