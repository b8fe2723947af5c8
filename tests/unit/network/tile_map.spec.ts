import { test } from '@japa/runner'
import { TILES } from '#app/network/departments/tile_map'
import { DEPARTMENTS } from '#app/shared/departments'

test.group('La carte en carrés', () => {
  test('chaque département a un carré, et chaque place un seul', ({ assert }) => {
    assert.sameMembers(
      TILES.map(({ code }) => code),
      [...DEPARTMENTS.keys()]
    )
    assert.lengthOf(new Set(TILES.map(({ x, y }) => `${x} ${y}`)), 108)
  })

  test('le Nord est au nord, le Finistère à l’ouest, la Corse au sud-est', ({ assert }) => {
    const at = (wanted: string) => TILES.find(({ code }) => code === wanted)!
    assert.isBelow(at('59').y, at('75').y)
    assert.isBelow(at('29').x, at('35').x)
    assert.isAbove(at('2A').y, at('06').y)
    assert.isBelow(at('2B').y, at('2A').y)
  })
})
