package id.laras.gate;

/** Nothing can be proved of Java of which nobody said what it does. */
final class Declared implements Article {

    @Override
    public Rule rule() {
        return Rule.UNDECLARED;
    }

    @Override
    public String source() {
        return "UU 27/2022 pasal 31";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return act.kind() != Act.Kind.UNDECLARED;
    }
}
