/** A room that breaks every rule of the house, so that {@code ArchitectureTests} sees each rule fail. Never a bean. */
package id.laras.broken;
