package id.laras.broken;

abstract class BrokenUtil {}
