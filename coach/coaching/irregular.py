"""English forms that no ending tells: ``sold`` is a form of ``sell``, ``feet`` of ``foot``.

Left out are forms that are words of their own as often: ``left``, ``found``, ``felt``, ``saw``,
``spoke``, ``rose``, ``ground``.
"""

_FORMS = """
bite bit bitten
break broke broken
bring brought
build built
burn burnt
buy bought
catch caught
child children
choose chose chosen
come came
deal dealt
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
fight fought
fly flew flown
foot feet
forget forgot forgotten
freeze froze frozen
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
learn learnt
lend lent
light lit
lose lost
man men
mean meant
meet met
mouse mice
pay paid
ride rode ridden
ring rang rung
run ran
say said
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoken
spend spent
spoil spoilt
stand stood
steal stole stolen
stick stuck
strike struck
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tooth teeth
understand understood
wake woke woken
wear wore worn
win won
woman women
write wrote written
"""

BASE = {
    form: base
    for base, *forms in (line.split() for line in _FORMS.strip().splitlines())
    for form in forms
}
"""The base of each irregular form, both in lower case and without accents."""
