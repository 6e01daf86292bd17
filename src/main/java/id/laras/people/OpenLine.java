package id.laras.people;

/** One line of a day, and nothing more of it: the lines of a day are as many as the employees. */
record OpenLine(String employeeNip, String superiorNip) {}
