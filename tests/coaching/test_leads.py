"""What the lead is made of: its cause, its measure, its promise, its facts, in many wordings.

Each answer is laid over a plan that is good otherwise, and led by the type it belongs to.
"""

import pytest
from merging import laid_over

from coach.steps.differentiation.model import Type


def lead(primary, key, text, **answers):
    return {"differentiation": {"primary": primary, key: text, **answers}}


def cost(text, **answers):
    return lead("cost", "cost_source", text, **answers)


def quality(text, **answers):
    return lead("quality", "quality_measure", text, **answers)


def service(text, **answers):
    table = {"service_customers": None, "contacts": None, "contact_minutes": None}
    return lead("service", "service_promise", text, **table, **answers)


def niche(text, **answers):
    return lead("niche", "niche_knowledge", text, **answers)


def new(text, **answers):
    return lead("innovation", "innovation_step", text, **answers)


def best(reason, trade_off="No Sundays", **answers):
    source = "One recipe, baked at night in a school kitchen that stands empty"
    return cost(source, reason=reason, trade_off=trade_off, **answers)


def level(text, **answers):
    return {"differentiation": {"supporting": ["quality", "niche"], "reason": text, **answers}}


def engine(text, discipline):
    return {"differentiation": {"discipline": discipline, "operating_model": text}}


def lever(effect):
    row = {"id": "l1", "step": "Sorting the post", "kind": "efficiency", "effect": effect}
    return {"differentiation": {"levers": [row]}}


def signal(text):
    return {"differentiation": {"signal": text, "signals": []}}


def abroad(*rows):
    keys = ("product", "communication", "service", "ethics")
    return {
        "differentiation": {
            "markets": [{"id": "m1", "name": "Norway", **dict(zip(keys, rows, strict=True))}]
        }
    }


TOO_MANY = "Own mill, own wood. At €4 we must sell 900 tables a year, and there are 300 homes."
COPIED_SOON = (
    "Until now brewers sniff each keg by hand, and they fear false alarms. A rival can build the "
    "same in 5 months, and we earn it back in 14."
)

FIELDS = {
    "DI01": "reason",
    "DI02": "cost_source",
    "DI04": "reason",
    "DI05": "quality_measure",
    "DI07": "service_promise",
    "DI09": "niche_knowledge",
    "DI11": "innovation_step",
    "DI17": "levers.l1.effect",
    "DI19": "signal",
    "DI21": "markets.m1.product",
    "DI22": "operating_model",
}

BAD = [
    ("DI01", level("Cheap, quick, kind. All three.")),
    ("DI02", cost("I take a few euros off each loaf, and my wife's salary pays the rent at home.")),
    ("DI02", cost("We set it below whoever quotes. There is no other trick.")),
    (
        "DI02",
        cost("My husband brings home enough for us both, and I do not mind how little stays."),
    ),
    ("DI04", best("A stale loaf is replaced within an hour; the chain needs three days.")),
    ("DI04", best("Guarantee on a board: eight years, where the shops stop at two.")),
    ("DI05", quality("Old bakers take two bites, close their eyes and nod.")),
    (
        "DI07",
        service("I look after every bakery like my own, and you always get a straight answer."),
    ),
    ("DI07", service("After each delivery we say thank you, and there is time for a coffee.")),
    ("DI09", niche("Jo grew up among ovens, and Pat has baked since he could stand.")),
    ("DI09", niche("Rye is in the family: my grandfather was the first to bake it here.")),
    ("DI09", niche("I have been among ovens since the first one was lit in Leuven.")),
    ("DI09", niche("Bread is my life; with us a guest meets a real lover of crumb.")),
    ("DI17", lever("The rent of the server falls by €30 a month")),
    ("DI17", lever("Ute can shut the till at four")),
    ("DI02", cost("I am retired already, so nobody needs the money.")),
    ("DI19", signal("The care is felt, it is nothing to show.")),
    ("DI19", signal("Until that first week it is hard to make anybody believe it.")),
    ("DI19", signal("Those who have stayed a year come to see it.")),
    (
        "DI21",
        abroad("With the loaf that we have", "What we print here", "As here", "Nothing to add"),
    ),
    (
        "DI21",
        abroad(
            "What rises here rises across the fjord",
            "Same flyer, they understand us",
            "Whatever we always do",
            "No change",
        ),
    ),
    ("DI21", abroad("We bring what we have", "The leaflet will do", "As we do here", "No problem")),
    ("DI22", engine("A guest takes a number, and who is free takes the next.", "intimacy")),
    ("DI22", engine("We put our label on what the wholesaler has.", "product")),
    ("DI21", abroad("Bakers want the same everywhere", "Same as here", "Idem", "No difference")),
    ("DI17", lever("Looks like a big bakery")),
    ("DI22", engine("Twelve kinds of loaf, to any door on any day.", "operations")),
    ("DI22", engine("Each bakery is a row in a spreadsheet.", "intimacy")),
    ("DI22", engine("We follow what the mills do, a year later.", "product")),
    ("DI05", quality("Six years in the trade, four planes, 90 chairs and 40 clients so far.")),
    ("DI02", cost("We have always worked hard and watch every penny.")),
    ("DI02", cost("Enthusiastic, hands-on people who roll up their sleeves.")),
    ("DI02", cost("Dedication")),
    ("DI07", service("Our guests can always reach me in person.")),
    ("DI07", service("Help is just one phone call away.")),
    ("DI07", service("Good communication")),
    ("DI07", service("Doing our best every day")),
    ("DI04", best("We are the finest bakery here and the cheapest too, they adore us.")),
    ("DI02", cost("Low price has been our principle since the beginning.")),
    ("DI02", cost("We do not need to get fat on it, €54 is what a parish can bear.")),
    ("DI11", new("Until then brewers sniffed each keg. Whoever sees ours wants one.")),
    ("DI11", new("A keg with a nose. It is a world first. Brewers are shy of chips in beer.")),
    ("DI09", niche("It sits in the hands and in the nose, and that is not for sale.")),
    ("DI09", niche("Everything about bakeries, inside out.")),
    ("DI04", best("They get better flour than from any mill, and it is the cheapest.")),
    ("DI04", best("We are the cheapest, and we deliver at midnight too.")),
    ("DI21", abroad("The Flemish version", "Our film", "See Ghent", "A rule is a rule")),
    ("DI21", abroad("Nothing to rework", "We translate nothing", "What we do here", "ok")),
    ("DI21", abroad("As in Ghent", "Posters", "No change", "Unchanged")),
    ("DI22", engine("Bread is ordered on a screen and waits in a locker.", "intimacy")),
    ("DI22", engine("Whoever is on shift takes the next one from the pool.", "intimacy")),
    ("DI22", engine("Trainees key it in overseas, and the bakery gets a code.", "intimacy")),
    ("DI22", engine("The oven was finished in 2012 and is fine as it is.", "product")),
    ("DI22", engine("We take the flour with the lowest quote and send all of it.", "product")),
    ("DI22", engine("The cook draws it on a napkin, and it is ready when it is.", "operations")),
    ("DI22", engine("Any cake she can think of, with her dog on top if she likes.", "operations")),
    ("DI01", level("Speed, workmanship, knowing the trade: our clients get the lot.")),
    ("DI01", level("Why choose? Fast hands, fine seams and a head for bakeries.")),
    ("DI01", level("We are quick, exact and at home in the trade, on every front.")),
    ("DI01", level("It depends who rings: some need speed, some need care, some need a friend.")),
    ("DI01", level("Speed and care and knowledge sit on the same step.")),
    (
        "DI01",
        level("We are cheaper than the mill, friendlier than the chain and quicker than both."),
    ),
    ("DI17", lever("Ute can go home at five")),
    ("DI17", lever("The office has everything in one place")),
    ("DI17", lever("We get to know our figures")),
    ("DI17", lever("Something to show when the bank comes")),
    ("DI19", signal("Good bread needs no signboard.")),
    ("DI19", signal("That is a matter of trust between people.")),
    ("DI19", signal("Our colours and our friendly name.")),
    ("DI19", signal("Guests learn to value it from visit to visit.")),
    ("DI01", level("It would be a shame to put one ahead.")),
    ("DI01", level("Depending on the client, one or the other comes first.")),
    ("DI02", cost("We are just more efficient.")),
    ("DI02", cost("Good purchasing conditions")),
    ("DI02", cost("We calculate sharply")),
    ("DI22", engine("Every order starts from a blank page.", "operations")),
    ("DI22", engine("Guests choose fabric, size, colour and hour.", "operations")),
    ("DI01", level("We do not want to say which of the three matters most.")),
    ("DI01", level("Speed, workmanship and knowing the trade weigh the same for us.")),
    ("DI01", level("Each of the three gets a third of our effort.")),
    ("DI01", level("Asked for the most important one, we could not name it.")),
    ("DI01", level("We give all three the same rank; dropping one is out of the question.")),
    ("DI01", level("There is no main thing here, it is the sum that convinces.")),
    ("DI01", level("It would be wrong to put quality over service or knowledge over both.")),
    ("DI01", level("We win on price and on quality and on service.")),
    ("DI02", cost("My husband has a good salary, so the stall need not earn anything yet.")),
    ("DI02", cost("We simply charge half of what the others charge.")),
    ("DI02", cost("The bank gave us 40,000 and with that we can stay under the rest for a year.")),
    ("DI02", cost("People here have little, and we think bread should not be dear.")),
    ("DI02", cost("Three euros less than the next dearer one, whatever that one takes.")),
    ("DI02", cost("We earn hardly anything on each box, that is how we manage.")),
    ("DI02", cost("A loaf costs us €1.90 to make, and the chain €1.70.")),
    ("DI02", cost("Sooner or later the numbers will be so large that it pays.")),
    ("DI02", cost("I pay the difference out of what my parents left me.")),
    ("DI02", cost("We want to be known as the affordable ones in Leuven.")),
    ("DI05", quality("You can feel the care that went into every chair.")),
    ("DI05", quality("My father and I have built chairs for thirty years.")),
    ("DI05", quality("Experts who saw them were impressed, and so are our clients.")),
    ("DI05", quality("Only the finest oak, worked by people who love wood.")),
    ("DI05", quality("Four carpenters, two of them masters, and no hurry.")),
    ("DI05", quality("Ours simply last longer and look nicer than shop chairs.")),
    ("DI05", quality("We would put each of them into our own living room.")),
    ("DI05", quality("A better kind of chair, built since 1987.")),
    ("DI07", service("Nobody leaves us without feeling that they were heard.")),
    ("DI07", service("We see the person behind the order and treat everybody like a guest.")),
    ("DI07", service("Our people are cheerful and polite, also when it gets busy.")),
    ("DI07", service("With us you are in good hands, from the first talk to the last.")),
    ("DI07", service("We do everything we can so that you are happy.")),
    ("DI07", service("An honest word and a warm welcome are worth more than any contract.")),
    ("DI07", service("Three generations of courtesy and one big family.")),
    ("DI09", niche("I have been around bakers all my life, they are my people.")),
    ("DI09", niche("Nobody else in Flanders works only for bakers.")),
    ("DI09", niche("We know what makes a bakery tick.")),
    ("DI09", niche("Twelve years, 140 bakeries, and not one other kind of customer.")),
    ("DI09", niche("Bakers recommend us to each other because we are one of them.")),
    ("DI09", niche("Our team has a deep feeling for the craft and its people.")),
    ("DI09", niche("We are the bakery people. Bakeries are special and need special care.")),
    ("DI11", new("A keg that tells when it turns sour. Nothing of the kind exists.")),
    ("DI11", new("Until now brewers sniff each keg by hand. They will switch on the first day.")),
    ("DI11", new("A keg with a nose. Brewers fear a false alarm, so we pay for one.")),
    ("DI11", new("Instead of sniffing, a sensor listens. It is so simple that all will want it.")),
    ("DI11", new("Our keg thinks for itself; next year it will also order beer.")),
    ("DI17", lever("It looks tidy and saves us an evening")),
    ("DI17", lever("We seem bigger than we are")),
    ("DI17", lever("Less paper on our desk")),
    ("DI17", lever("Mona gets her Sunday back")),
    ("DI17", lever("We spare ourselves the filing")),
    ("DI17", lever("It costs us less paper and stamps")),
    ("DI17", lever("Everybody sees that we are up with the times")),
    ("DI19", signal("You cannot tell beforehand; that is the nature of a repair.")),
    ("DI19", signal("Somebody who has bought from us twice knows what she has.")),
    ("DI19", signal("The proof comes with the second hay crop.")),
    ("DI19", signal("People have to take our word for it, and later they nod.")),
    ("DI19", signal("It is inside the wall, so nobody can look at it until it leaks.")),
    ("DI19", signal("They buy blind and are surprised in the first frost.")),
    ("DI19", signal("Once the first winter is over they know what they have.")),
    ("DI19", signal("They find out when the first repair comes.")),
    ("DI19", signal("You only understand it after living with it for a year.")),
    ("DI19", signal("The difference comes out in the second season.")),
    ("DI19", signal("Word of it spreads among those who have used it for some months.")),
    (
        "DI21",
        abroad("No changes planned", "As we do it now", "Just like in Ghent", "No difference"),
    ),
    ("DI21", abroad("Identical", "Same leaflet", "We change nothing", "Norwegians are like us")),
    ("DI21", abroad("Fits as it is", "Fits too", "The usual", "Nothing known")),
    ("DI22", engine("Callers get a recording and a form; nobody speaks with them.", "intimacy")),
    ("DI22", engine("All get the same box, and questions are not answered.", "intimacy")),
    ("DI22", engine("Each job is drawn anew, as the client wishes, by hand.", "operations")),
    ("DI22", engine("We visit every client and adapt whatever they ask for.", "operations")),
    ("DI22", engine("The recipe never changes, and nobody has time to try things.", "product")),
    ("DI22", engine("High volume at the lowest cost, with no checks on the way.", "product")),
    ("DI02", cost("We plan well and everybody here pulls the same rope with a good mood.")),
    ("DI02", cost("We haggle with each mill and shop around before we buy.")),
    ("DI02", cost("Our margin is 4 percent, theirs is 20.")),
    ("DI04", best("A crumb that no rival can match, on the smallest bill in the street.")),
    ("DI04", best("In the shop by six at half the bill, which the chain has never done.")),
    (
        "DI04",
        best("Every loaf is new within the hour, where the big bakery lets you wait two days."),
    ),
    ("DI09", niche("Who does one thing does it best; bakers feel it, it cannot be taught.")),
    ("DI17", lever("Keeps the shop page fresh, and none of us has to write")),
    ("DI19", signal("You have to eat it for a week.")),
    ("DI19", signal("They know why, once the oven has been installed.")),
    ("DI19", signal("We tell every guest how good it is.")),
    ("DI19", signal("A modern website and posts.")),
    ("DI21", abroad("1:1", "What hangs in Ghent will hang there", "Same", "One rule for all")),
    ("DI21", abroad("What sells in Ghent sells in Bergen", "As here", "Same", "Same")),
    ("DI22", engine("Visits are not part of it; a page answers.", "intimacy")),
    ("DI22", engine("The others try it first, then ours follows.", "product")),
    ("DI01", level("I would hate to put one of them in front.")),
    ("DI01", level("Crust 33, hours 33, chat 34.")),
    ("DI01", level("It is a tripod: kick one leg and it falls.")),
    ("DI02", cost("We expect the mills to come down once we order more.")),
    ("DI02", cost("Friends lend a hand on Saturdays for pizza.")),
    ("DI02", cost("We skip the profit at first.")),
    ("DI04", best("Cheap to buy, and nothing in the street tastes as good.")),
    ("DI04", best("A baker at once, whereas the chain makes them wait a week.")),
    ("DI05", quality("Museum standards, and guests sigh when they bite.")),
    ("DI07", service("Considerate, discreet, obliging.")),
    ("DI19", signal("Once they have got used to it they are thrilled.")),
    ("DI19", signal("Strong branding and a clear claim.")),
    ("DI21", abroad("Sells in Ghent, sells in Bergen", "Like Ghent", "As here", "Same")),
    ("DI22", engine("Each guest is a number with a timer.", "intimacy")),
    ("DI22", engine("All our effort goes into sales.", "product")),
    ("DI22", engine("We leave inventing to the mills.", "product")),
    ("DI01", level("We put all of that on one shelf and leave it there.")),
    ("DI02", cost("Dealers put half of it on top; we put a tenth on.")),
    ("DI02", cost("We ring round before we order and switch the lights off.")),
    ("DI04", best("At half the bill they get softer bread, warmer rolls and nicer bags.")),
    ("DI04", best("Cheapest in town, with butter a grade above the chain.")),
    ("DI09", niche("Bakers want to be looked after by people who get them.")),
    ("DI21", abroad("What is right here is right there", "Same ad", "Same crew, same van", "Same")),
    ("DI22", engine("The less they ring the better we earn.", "intimacy")),
    ("DI01", level("First comes the crust. First comes the hour. First comes the chat.")),
    ("DI01", level("Rather than bet on one loaf we run with all three.")),
    ("DI01", level("Crust leads, chat leads, the price leads.")),
    ("DI04", best("Half the bill, with twice the chain's guarantee.")),
    ("DI09", niche("An oven needs a lot of feeling and patience.")),
    ("DI22", engine("The recipe is finished.", "product")),
    ("DI01", level("To one we sell the price, to another the crumb.")),
    ("DI02", cost("Bakers here are poor and the mill is greedy.")),
    ("DI02", cost("Long nights and Sundays that nobody writes down.")),
    ("DI04", best("Half the chain's bill, with a finer crumb.")),
    ("DI04", best("Under the chain by a third, and a baker is there sooner.")),
    ("DI04", best("Guarantee on a board is six years, the shop's is two.")),
    (
        "DI04",
        best("Guests pay less than at the mill, and we bake at night, that no other oven does."),
    ),
    ("DI05", quality("A loaf that one remembers")),
    ("DI05", quality("Guests can rely on our bread one hundred percent")),
    ("DI09", niche("Friends in every bakery and a thick address book.")),
    ("DI09", niche("Supermarkets have never stood at an oven.")),
    ("DI11", new("A keg that rings has never existed before. Brewers fear false alarms.")),
    ("DI11", new("Brewers sniff today, and there is no reason why one should refuse ours.")),
    ("DI17", lever("It saves the office an hour")),
    ("DI19", signal("Difficult, no idea.")),
    ("DI19", signal("At the end of the year they see it in the till.")),
    ("DI19", signal("It is in how we are.")),
    ("DI21", abroad("It goes over unaltered", "They all read Dutch", "How we do it", "As here")),
    ("DI21", abroad("Our oven", "Bread talks", "Vans", "Usual way")),
    ("DI22", engine("Hours are counted; no trials, no ideas, same recipe for years.", "product")),
]

FINE = [
    ("DI07", service("Call back by noon")),
    ("DI07", service("Free delivery")),
    (
        "DI01",
        level("Guests ask for three things and all have to be decent. I give no hair on crust."),
    ),
    ("DI01", level("A triangle of iron holds the loaf; the mill has none.")),
    ("DI02", cost("Guests wash up and we count the trays.")),
    ("DI04", best("Cheaper by half; guests lose more sleep over the bill than over the crumb.")),
    ("DI04", best("A softer crust than the mill's, so a box needs only one bag.")),
    ("DI05", quality("Not one loaf sticks to the tin after rain")),
    ("DI08", service("By noon, or it is free. I sleep little in May and take only one bakery.")),
    (
        "DI11",
        new("Brewers go from keg to keg with a glass. A loud one would be torn off, so it rings."),
    ),
    ("DI19", signal("We lay one in their oven for a season, if it burns we take it back.")),
    ("DI19", signal("They pick up a slice from the tray and sniff.")),
    ("DI01", level("On price and on hours we are only as good as the mill. Our crust wins.")),
    ("DI02", cost("Guests hand in old crates for store credit.")),
    ("DI04", best("Half of the bill, since the crumb is coarser and nobody comes on Sundays.")),
    ("DI05", quality("Each roll is an hour old, the shop's two days")),
    ("DI09", niche("Supermarkets have never seen that rye tears when the deck is cold.")),
    ("DI11", new("Noses did it badly already. The food office must accept ours first.")),
    ("DI17", lever("Saves each bakery an hour of waiting for the van")),
    ("DI19", signal("Difficult in words, so a slice lies on the counter.")),
    ("DI21", abroad("Same loaf", "Two languages", "Same van", "Same")),
    ("DI22", engine("The rest is by bakery: a card with its oven and a call from me.", "intimacy")),
    ("DI01", level("Buyers named price, quality and speed. We give speed and let the others go.")),
    ("DI02", cost("My wife drives past the mill each day, so no delivery is paid for the flour.")),
    ("DI02", cost("The ovens come off a closed bakery at a tenth of the price of new ones.")),
    ("DI04", best("A stale loaf is replaced within three days, where the chain needs an hour.")),
    ("DI05", quality("Two bites of 500 g at most crumble; theirs is 900 g")),
    (
        "DI07",
        service("I look in on every bakery after a storm, and what is wet is swapped at no cost."),
    ),
    ("DI09", niche("Jo was a night baker and saw that cold rye collapses at the shoulder.")),
    ("DI11", new("Bakers sniff the dough today, and they will not learn; ours rings.")),
    ("DI17", lever("The order is in at noon, so each bakery gets its loaf an hour sooner")),
    ("DI19", signal("Until they have tried a slice at the counter, nobody has to order.")),
    ("DI22", engine("Each owner has my number, and the same two lads come back.", "intimacy")),
    ("DI22", engine("One crate, rounds of twenty, riders paid by the drop.", "operations")),
    ("DI01", level("A bakery cannot do this alone, and we have the ovens, the van and the key.")),
    ("DI05", quality("We open ten joints of a lot, and nine must be tight.")),
    ("DI09", niche("The deck is the weak point. It snaps when a cold tray lies on it.")),
    ("DI19", signal("Guests may bring their own flour and watch.")),
    ("DI19", signal("The miller next door says so.")),
    ("DI21", abroad("same", "through the co-op where all buy", "same", "same")),
    ("DI22", engine("Fourteen voices, each with her own bakeries, and no rotation.", "intimacy")),
    ("DI05", quality("The gap at the joint is never more than a third of a millimetre.")),
    ("DI05", quality("Rocked 12,000 times, and no joint squeaks.")),
    ("DI02", cost("Our profit is small, but that is not why: the flour comes from a closed mill.")),
    ("DI02", cost("Crates come from a canteen and cost €4.")),
    ("DI02", cost("We have no shop and no dealers.")),
    ("DI02", cost("Grain from our own field")),
    ("DI07", service("You can ring me until ten at night, Sundays too.")),
    ("DI07", service("We look at each oven before and after the fair.")),
    ("DI04", best("Others are best at cakes, and the chain is not the cheapest.")),
    (
        "DI01",
        level("Bakers praise price, care and pace too, but we stand or fall with the seam."),
    ),
    (
        "DI11",
        new("Since the eighties they sniff each keg. They dread a false alarm, so we pay one."),
    ),
    (
        "DI11",
        new("While brewers need a nose and a day, a strip takes a minute. It looks like a toy."),
    ),
    ("DI09", niche("Rye rises twice on damp days, and the timer sounds too soon.")),
    ("DI09", niche("Shops open the crate upwards. The crumb tears below.")),
    ("DI21", abroad("same", "Through the farmers' co-op, spoken first", "same", "same")),
    ("DI21", abroad("same", "same", "Two visits before a price", "same")),
    ("DI22", engine("Bills come by machine; Ute rides to each bakery in spring.", "intimacy")),
    ("DI22", engine("Orders come through a form, and two people call back.", "intimacy")),
    ("DI22", engine("Each loaf is cut open, and three recipes of four are dropped.", "product")),
    ("DI22", engine("One oven, one dough, and the lorry leaves when it is full.", "operations")),
    ("DI01", level("Speed, care and knowledge all count, but only speed is ours alone.")),
    ("DI01", level("Mills want a bill, a bag and a call. The call is why they stay with us.")),
    ("DI19", signal("The cutter's last ten seams hang beside the till.")),
    ("DI19", signal("Whoever doubts it may hold ours and theirs in the hand.")),
    ("DI19", signal("A jar goes round at the growers' evening.")),
    ("DI01", level("Speed comes first. Workmanship and knowing the trade only support it.")),
    ("DI01", level("Practices lose a day while they wait; nobody else answers in minutes.")),
    ("DI01", level("All three of us were assistants, and that is why practices trust our answer.")),
    ("DI01", level("If one of them had to go, it would be quality, and then the niche.")),
    ("DI02", cost("Unsold bread of nine bakeries, dried overnight in their ovens.")),
    ("DI02", cost("The loom weaves two widths side by side, so one weaver does the work of two.")),
    ("DI02", cost("We fetch the fruit that would rot under the trees.")),
    ("DI02", cost("No showroom and no fitter: clients hang the blinds themselves.")),
    ("DI02", cost("Three farms share the press, and the pomace pays for the diesel.")),
    ("DI02", cost("A loaf costs us €0.90, the chain €1.70, since the mill is our own.")),
    ("DI05", quality("A leg carries 180 kg; shop chairs gave way at 95.")),
    ("DI05", quality("We rub the seat 20,000 times with felt and nothing shows.")),
    ("DI05", quality("One in two hundred came back in six years; at the chain it is one in nine.")),
    ("DI05", quality("Best in the valley: joints pass EN 12520 at the institute.")),
    (
        "DI05",
        quality("Beautiful, yes. Moisture 8 % at delivery, and lasts 25 years or we replace it."),
    ),
    ("DI07", service("We write to each baker before flour gets dear.")),
    ("DI07", service("Kind people who bring a spare oven the same evening.")),
    ("DI07", service("Whoever waits longer than two days pays nothing.")),
    ("DI07", service("We listen, and every Monday we check the oven on site.")),
    ("DI09", niche("Bakers' scales drift with flour dust; a general firm calibrates them clean.")),
    ("DI09", niche("We learnt that a deck oven must never be serviced before noon.")),
    ("DI09", niche("Accountants book returned bread as waste. By law it is feed.")),
    ("DI09", niche("Sourdough starts at 26 degrees, and a fridge firm sets four.")),
    (
        "DI11",
        new("Brewers sniff each keg by hand today; they mistrust sensors, so both run for a week."),
    ),
    (
        "DI11",
        new("A clip in place of the dip stick. Cellar men worry it taints beer: it is glass."),
    ),
    ("DI11", new("So far brewers sniff each keg. They don't want wires near beer: it has none.")),
    ("DI17", lever("A client hears the same day whether the part is in stock")),
    ("DI17", lever("Less paper, so that the call comes 2 hours earlier")),
    ("DI17", lever("Nobody at the clinic waits for a paper")),
    ("DI17", lever("We have the afternoon free for calls to practices")),
    ("DI17", lever("Fewer wrong parcels reach the shops")),
    ("DI19", signal("Nobody has to sign before a free trial week.")),
    ("DI19", signal("Before they have paid, they saw through a joint on our bench.")),
    ("DI19", signal("Only felt after a winter, so a house from last year is open on Saturdays.")),
    ("DI19", signal("They feel it after a month, and a month is what we lend it for.")),
    ("DI19", signal("A dated log of answer times on our front page")),
    ("DI19", signal("Any client may ring three others before deciding.")),
    ("DI21", abroad("Same", "In Norwegian, first names", "Same", "Same")),
    ("DI21", abroad("As here", "As here", "No calls after four", "As here")),
    (
        "DI22",
        engine("We ring each client before the season and note what they changed.", "intimacy"),
    ),
    ("DI22", engine("Standard contracts leave the day free to visit each farm.", "intimacy")),
    ("DI22", engine("One van, one round, two sizes, and a list on the wall.", "operations")),
    ("DI22", engine("Every Friday is for trials; what fails the bench is not sold.", "product")),
    ("DI02", cost("We ask 20 % less since the oven loads itself: 5 minutes where they need 30.")),
    ("DI04", best("Two days for a stale loaf, where the chain is there within the hour.")),
    ("DI04", best("Half the price. Who wants a longer guarantee goes to the chain.")),
    (
        "DI09",
        niche("It cannot be taught: rye dough above 28 degrees tears, and wheat bakers heat on."),
    ),
    ("DI17", lever("None of the guests waits for the loaf, since it is ready by seven")),
    ("DI19", signal("You have to taste it, so a slice lies on the counter.")),
    ("DI21", abroad("Same", "Same", "By letter, since nobody opens to strangers", "Same")),
    ("DI22", engine("Orders come by web shop so that Ida has the morning for calls.", "intimacy")),
    ("DI01", level("When price and crust pull apart, crust wins. We would rather sell out.")),
    ("DI01", level("All three shops sell the same, and none is open at night.")),
    ("DI02", cost("Guests fill the bag themselves at the mill.")),
    ("DI02", cost("The brewery gives us spent grain for carting it off.")),
    ("DI04", best("Half the price, and the loaves are narrower than the chain's.")),
    ("DI05", quality("The crust stays within half a shade of the card.")),
    ("DI21", abroad("Same", "Same", "Nothing on Fridays", "Same")),
    ("DI17", lever("Guests find the loaf they asked for, so none goes home without")),
    ("DI02", cost("The tide lifts the boat into the dock, so we own no crane.")),
    ("DI17", lever("The page is right, and nobody at the bakery has to ring us twice")),
    ("DI19", signal("Guests see us knead in the window.")),
    ("DI19", signal("We tell the price on the phone and write it on the box.")),
    ("DI19", signal("They hear it: the old bell and the new one ring at every fair.")),
    ("DI21", abroad("Same", "Through the parish", "Same", "Same")),
    ("DI22", engine("Five minutes with the computer, fifty with the client.", "intimacy")),
]

WIDE = [
    "Bakeries of every description that care for their guests",
    "Families; there is hardly a household that does without",
    "Companies all over the country",
    "People who would like to eat better, and who wouldn't",
    "Whoever in this country enjoys a good loaf, from six to ninety",
    "All firms with a computer, big or small",
    "Adults in Belgium",
    "Anybody with a tooth, be it here or abroad",
    "Dentists, vets, barbers and opticians",
]
NARROW = [
    "Vets in Ghent with one chair, all ages",
    "Adults in Belgium who wait for a second denture",
    "Every practice on the tram line 4",
]

CHEAP_AND_BEST = [
    "Half the price, and the crumb is finer than anywhere in town.",
    "Lowest prices. Our bread keeps longer than theirs, too.",
    "Cheapest loaf, best flour, and we come at three in the morning if the oven fails.",
    "We undercut the chain, and broken loaves are replaced within the hour, day and night.",
    "Cheapest, with a longer guarantee than the big firms give.",
]
BOTH_AT_ONCE = [
    "A third cheaper than the chain, and yet the bread keeps longer than the chain's.",
    "We charge the least in the county, and nobody gives a longer warranty.",
    "Cheapest in town. On top of that we turn up sooner than anybody.",
    "We are cheaper than the chain and better at everything it does.",
    "The lowest rate in the harbour along with the most careful crew.",
    "We undercut everyone, and we do it with superior materials.",
]
CHEAP = [
    "We are the cheapest; the guarantee is shorter than theirs and nobody rings back.",
    "Half the price of a new one. The frame is older than theirs and has scratches.",
    "Low cost comes first: buyers would rather wait longer than pay more.",
    "Cheapest, since clients fetch it themselves, faster than we could bring it.",
    "Students count cents, and the loaf is good enough for toast.",
    "The chain's bread is finer than ours and keeps longer; ours costs half.",
    "Lowest price, same flour as the chain.",
]


SHORT_OF_HOURS = "By noon, or it is free. We need ten hours a week more than we have."

SAID = [
    ("DI08", "told", service(SHORT_OF_HOURS, capacity=None), "more hours than you have"),
    ("VP02", "taste", {"differentiation": {"reason": "It suits us"}}, "speaks for it"),
    ("DI02", "no_cause", cost("People compare prices here, and we understand them."), "which cost"),
    (
        "DI02",
        "dearer",
        cost("A loaf costs us €1.90 to make, and the chain €1.70."),
        "€1.90 and a rival €1.70",
    ),
    ("DI03", "told", cost(TOO_MANY, cost_price=None), "has not that many"),
    ("DI11", "old", new("A keg with a nose. Brewers fear a false alarm, so we pay."), "old way"),
    ("DI11", "blocks", new("Until now brewers sniff each keg by hand."), "keeps people"),
    ("DI12", "told", new(COPIED_SOON), "before that"),
]


@pytest.mark.parametrize(("rule", "name", "part", "text"), SAID)
def test_says_what_fits(rule, name, part, text, good, found, pack):
    assert name in pack.rule(rule).messages
    told = [each.message for each in found(laid_over(good(), part)).values() if each.rule == rule]
    assert any(text in message for message in told), told


@pytest.mark.parametrize(("rule", "part"), BAD)
def test_is_heard_in_any_wording(rule, part, good, found):
    hits = found(laid_over(good(), part))
    assert (rule, f"differentiation.{FIELDS[rule]}") in hits, sorted(hits)


@pytest.mark.parametrize(("rule", "part"), FINE)
def test_is_left_alone(rule, part, good, found):
    hits = found(laid_over(good(), part))
    assert rule not in [name for name, _ in hits], {key: hits[key].message for key in hits}


@pytest.mark.parametrize("reason", CHEAP_AND_BEST)
def test_more_for_less_is_asked_what_pays_for_it(reason, good, found):
    assert ("DI04", "differentiation.reason") in found(laid_over(good(), best(reason)))


@pytest.mark.parametrize("reason", BOTH_AT_ONCE)
def test_a_long_list_of_what_is_left_out_does_not_pay_for_it(reason, good, found):
    part = best(reason, "No Sundays, one colour, cash only")
    assert ("DI04", "differentiation.reason") in found(laid_over(good(), part))


@pytest.mark.parametrize("reason", CHEAP)
def test_cheap_alone_is_no_flaw(reason, good, found):
    assert "DI04" not in [rule for rule, _ in found(laid_over(good(), best(reason)))]


@pytest.mark.parametrize("who", WIDE)
def test_a_specialist_for_everybody_is_asked_for_whom(who, good, found):
    plan = good()
    plan.differentiation.primary, plan.niche.candidates[0].who = Type.NICHE, who
    assert ("DI10", "differentiation.primary") in found(plan)


@pytest.mark.parametrize("who", NARROW)
def test_a_niche_that_is_one_is_left_alone(who, good, found):
    plan = good()
    plan.differentiation.primary, plan.niche.candidates[0].who = Type.NICHE, who
    assert "DI10" not in [rule for rule, _ in found(plan)]
